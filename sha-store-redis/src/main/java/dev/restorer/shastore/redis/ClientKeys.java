package dev.restorer.shastore.redis;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The keys and certificates of this client, from the key store of the JVM. It is read as the JDK's default context
 * reads it, which has no way to be asked for them: from the system properties {@code javax.net.ssl.keyStore},
 * {@code keyStoreType}, {@code keyStoreProvider} and {@code keyStorePassword} (JSSE Reference Guide, "Default Key
 * Stores").
 */
final class ClientKeys {

    /** The name of a key store that is in no file. */
    private static final String NO_FILE = "NONE";

    /** The type of a key store on a token, which asks for the password itself. */
    private static final String TOKEN = "PKCS11";

    private ClientKeys() {}

    /** Tells whether the JVM was given a key store. */
    static boolean areGiven() {
        return !file().isEmpty();
    }

    /** Returns managers that have no key where the JVM was given no key store. */
    static KeyManager[] managers() {
        try {
            String type = property("Type", KeyStore.getDefaultType());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store(type), type.equals(TOKEN) ? null : password());
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw UriProblems.keyStore(file(), e);
        }
    }

    private static KeyStore store(String type) throws GeneralSecurityException, IOException {
        if (type.equals(TOKEN) && !file().equals(NO_FILE)) {
            throw new KeyStoreException("one of type " + TOKEN + " is named " + NO_FILE);
        }
        String provider = property("Provider", "");
        KeyStore store = provider.isEmpty() ? KeyStore.getInstance(type) : KeyStore.getInstance(type, provider);
        if (!areGiven() || file().equals(NO_FILE)) {
            store.load(null, password());
            return store;
        }
        try (InputStream in = new FileInputStream(file())) {
            store.load(in, password());
            return store;
        }
    }

    private static String file() {
        return property("", "");
    }

    private static char @Nullable [] password() {
        String password = property("Password", "");
        return password.isEmpty() ? null : password.toCharArray();
    }

    private static String property(String suffix, String otherwise) {
        return System.getProperty("javax.net.ssl.keyStore" + suffix, otherwise);
    }
}
