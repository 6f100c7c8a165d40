package dev.restorer.images.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificates are believed: those that the JVM trusts, and those in {@code SSL_CERT_FILE} and {@code SSL_CERT_DIR}. */
final class Trust {

    private final List<Certificate> added = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable SSLContext context;

    /** Reads the files that an environment names. What cannot be read is told when it is needed. */
    Trust(Map<String, String> environment) {
        String file = environment.getOrDefault("SSL_CERT_FILE", "");
        if (!file.isEmpty()) {
            addFile(Path.of(file));
        }
        for (String directory : environment.getOrDefault("SSL_CERT_DIR", "").split(":", -1)) {
            if (!directory.isEmpty()) {
                addDirectory(Path.of(directory));
            }
        }
    }

    private void addFile(Path file) {
        try {
            added.addAll(certificates(file));
        } catch (IOException | CertificateException e) {
            problems.add("SSL_CERT_FILE leads to " + file + ", which has no certificates in PEM that can be read");
        }
    }

    /** As in Go, a file of a directory that has no certificate is passed over. */
    private void addDirectory(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try {
                    added.addAll(certificates(file));
                } catch (IOException | CertificateException e) {
                    // Such as a list of revoked ones, or a readme.
                }
            }
        } catch (IOException e) {
            problems.add("SSL_CERT_DIR leads to " + directory + ", which cannot be read");
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException, CertificateException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("no regular file"); // opening a pipe would wait
        }
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("no certificate");
            }
            return certificates;
        }
    }

    /** Returns the same one each time: with added certificates it costs the reading of all that the JVM trusts. */
    synchronized SSLContext context() throws FinalException {
        if (context == null) {
            context = made();
        }
        return context;
    }

    private SSLContext made() throws FinalException {
        if (!problems.isEmpty()) {
            throw new FinalException(problems.get(0));
        }
        try {
            if (added.isEmpty()) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {managerOf(store())}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new FinalException("this JVM cannot set up TLS: " + e.getMessage(), e);
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
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

    /** Without a store it is that of the JVM. */
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
