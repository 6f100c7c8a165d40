package dev.restorer.shastore.redis.connection;

import dev.restorer.api.Quoted;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.RedisSettings;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.vendors.Causes;
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

/** Establishes TLS connections, with verification of the server's certificate and host. */
final class Tls {

    /** The prefix of the system properties for the key store of the JVM. */
    private static final String KEY_STORE = "javax.net.ssl.keyStore";

    /** The type of a key store on a hardware token, whose keys have no password of their own. */
    private static final String TOKEN = "PKCS11";

    private final SSLSocketFactory sockets;

    private Tls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /**
     * Reads the certificates and keys.
     *
     * @param ca a file with the trusted CAs, null for those of the JVM; the client's keys are always those of the JVM
     */
    static Tls create(@Nullable Path ca) {
        try {
            if (ca == null) {
                return new Tls(SSLContext.getDefault().getSocketFactory());
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(jvmKeyManagers(), trustManagers(ca), null);
            return new Tls(context.getSocketFactory());
        } catch (GeneralSecurityException | IOException e) {
            throw problem(ca, e);
        }
    }

    private static ShaStoreException problem(@Nullable Path ca, Exception e) {
        IOException cause = Causes.first(e, IOException.class);
        String keyStore = property("", "");
        return new ShaStoreException(
                RedisSettings.PROVIDER_ID,
                "TLS cannot be set up"
                        + (ca == null ? "" : " with the CAs in " + Quoted.quote(ca.toString()))
                        + (keyStore.isEmpty() ? "" : " with the key store " + Quoted.quote(keyStore))
                        + ": " + Failures.quoted((cause == null ? e : cause).getMessage()),
                "Set ca= to a readable PEM file of certificates, and correct " + KEY_STORE
                        + ", keyStoreType, keyStoreProvider or keyStorePassword of the JVM");
    }

    private static TrustManager[] trustManagers(Path ca) throws GeneralSecurityException, IOException {
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
     * Reads the key store of the JVM as the default SSL context does, which does not make its keys available (JSSE
     * Reference Guide, "Default Key Stores"). If no key store is set, there are no keys.
     */
    private static KeyManager[] jvmKeyManagers() throws GeneralSecurityException, IOException {
        String file = property("", "");
        String type = property("Type", KeyStore.getDefaultType());
        String provider = property("Provider", "");
        String passwordText = property("Password", "");
        char[] password = passwordText.isEmpty() ? null : passwordText.toCharArray();
        KeyStore store = provider.isEmpty() ? KeyStore.getInstance(type) : KeyStore.getInstance(type, provider);
        try (InputStream in = file.isEmpty() || file.equals("NONE") ? null : new FileInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, type.equals(TOKEN) ? null : password);
        return factory.getKeyManagers();
    }

    private static String property(String suffix, String defaultValue) {
        return System.getProperty(KEY_STORE + suffix, defaultValue);
    }

    /** Returns a TLS socket over a connected socket, after the handshake. */
    SSLSocket handshake(Socket tcp, Node node) throws IOException {
        SSLSocket socket = (SSLSocket) sockets.createSocket(tcp, node.host(), node.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
