package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStoreException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Speaks TLS, and holds the server's certificate to the CA and to the host. */
final class Tls {

    /** What begins the names of the system properties that name the key store of the JVM. */
    private static final String KEY_STORE = "javax.net.ssl.keyStore";

    /** The type of a key store on a token, which is in no file and asks for the password itself. */
    private static final String TOKEN = "PKCS11";

    private final SSLSocketFactory sockets;

    private Tls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /**
     * Without a file of CAs, those are trusted that the JVM trusts. Either way the client's keys are those of the JVM.
     */
    static Tls trusting(@Nullable Path ca) {
        try {
            if (ca == null) {
                return new Tls(SSLContext.getDefault().getSocketFactory());
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keysOfJvm(), trustIn(ca), null);
            return new Tls(context.getSocketFactory());
        } catch (GeneralSecurityException | IOException e) {
            throw problem(ca, e);
        }
    }

    private static ShaStoreException problem(@Nullable Path ca, Exception e) {
        IOException cause = Failures.cause(e, IOException.class);
        String keyStore = property("", "");
        return new ShaStoreException(
                RedisShaStoreProvider.ID,
                "TLS cannot be set up"
                        + (ca == null ? "" : " with the CAs in " + Failures.shown(ca.toString()))
                        + (keyStore.isEmpty() ? "" : " with the key store " + Failures.shown(keyStore))
                        + ": " + Failures.shown((cause == null ? e : cause).getMessage()),
                "Let ca= name a readable file of certificates in PEM, and correct " + KEY_STORE
                        + ", keyStoreType, keyStoreProvider or keyStorePassword of the JVM");
    }

    private static TrustManager[] trustIn(Path ca) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(ca)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException("the file of CAs has no certificate");
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /**
     * Reads the key store of the JVM as the JDK's default context does, which has no way to be asked for its keys (JSSE
     * Reference Guide, "Default Key Stores"). There is no key where the JVM was given no key store.
     */
    private static KeyManager[] keysOfJvm() throws GeneralSecurityException, IOException {
        String file = property("", "");
        String type = property("Type", KeyStore.getDefaultType());
        String provider = property("Provider", "");
        String written = property("Password", "");
        char[] password = written.isEmpty() ? null : written.toCharArray();
        KeyStore store = provider.isEmpty() ? KeyStore.getInstance(type) : KeyStore.getInstance(type, provider);
        try (InputStream in = file.isEmpty() || file.equals("NONE") ? null : new FileInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, type.equals(TOKEN) ? null : password);
        return factory.getKeyManagers();
    }

    private static String property(String suffix, String otherwise) {
        return System.getProperty(KEY_STORE + suffix, otherwise);
    }

    SSLSocket over(Socket tcp, Node node) throws IOException {
        SSLSocket socket = (SSLSocket) sockets.createSocket(tcp, node.host(), node.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
