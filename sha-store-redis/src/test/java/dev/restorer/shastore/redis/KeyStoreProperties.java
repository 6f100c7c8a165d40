package dev.restorer.shastore.redis;

import java.util.Map;

/** The system properties that name the key store of a JVM, as they would be given to it on its command line. */
final class KeyStoreProperties {

    private static final String PREFIX = "javax.net.ssl.keyStore";

    private KeyStoreProperties() {}

    /** Sets them to these and no others. The names are without what all begin with, so the empty one is the file. */
    static void set(Map<String, String> properties) {
        clear();
        properties.forEach((name, value) -> System.setProperty(PREFIX + name, value));
    }

    static void clear() {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith(PREFIX));
    }
}
