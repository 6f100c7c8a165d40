package dev.restorer.images.registry.tls;

import dev.restorer.images.registry.failure.NonRetryableException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The trusted certificates: those of the JVM, and those in {@code SSL_CERT_FILE} and {@code SSL_CERT_DIR}. The files
 * are read at once and parsed when TLS is first used, since parsing all certificates of a system takes a second.
 */
public final class Trust {

    private final PemFiles files;
    private @Nullable SSLContext context;

    /**
     * Reads the files that the environment variables name. A file that cannot be read is reported when TLS is used.
     *
     * @param environment the variables
     * @param given the contents of some files, which are used instead of the files
     */
    public Trust(Map<String, String> environment, Map<Path, byte[]> given) {
        files = PemFiles.of(environment, given);
    }

    /**
     * Returns the context, which is created once, since additional certificates require reading all those of the JVM.
     */
    public synchronized SSLContext context() throws NonRetryableException {
        if (context == null) {
            context = create();
        }
        return context;
    }

    private SSLContext create() throws NonRetryableException {
        Set<Certificate> added = files.certificates();
        try {
            if (added.isEmpty()) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {managerOf(store(added))}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new NonRetryableException("this JVM cannot set up TLS: " + e.getMessage(), e);
        }
    }

    private static KeyStore store(Set<Certificate> added) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate certificate : managerOf(null).getAcceptedIssuers()) {
            store.setCertificateEntry("jvm-" + store.size(), certificate);
        }
        for (Certificate certificate : added) {
            store.setCertificateEntry("added-" + store.size(), certificate);
        }
        return store;
    }

    /** Returns the trust manager of a key store, or with null that of the JVM. */
    private static X509TrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("it has no trust manager for X.509");
    }
}
