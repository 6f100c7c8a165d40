package dev.restorer.shastore.redis;

import java.util.Map;

/** The system properties for the key store of a JVM. */
final class KeyStoreProperties {

    private static final String PREFIX = "javax.net.ssl.keyStore";

    private KeyStoreProperties() {}

    /**
     * Sets these properties and clears the others. Names are without their common prefix; the file has the empty name.
     */
    static void set(Map<String, String> properties) {
        clear();
        properties.forEach((name, value) -> System.setProperty(PREFIX + name, value));
    }

    static void clear() {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith(PREFIX));
    }
}
