package dev.restorer.shastore.redis;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Speaks TLS, and holds the server's certificate to the CA and to the host. */
final class Tls {

    private final SSLSocketFactory sockets;

    private Tls(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    /**
     * Without a file of CAs, those are trusted that the JVM trusts. Either way the client's keys are those of the JVM.
     */
    static Tls trusting(@Nullable Path ca) {
        return new Tls((ca == null ? contextOfJvm() : contextOf(ca)).getSocketFactory());
    }

    private static SSLContext contextOfJvm() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            KeyManager[] unused = ClientKeys.managers(); // says so, if the key store is why
            throw UriProblems.noTls();
        }
    }

    private static SSLContext contextOf(Path ca) {
        KeyManager[] keys = ClientKeys.managers();
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted(ca));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw UriProblems.ca(ca);
        }
    }

    private static KeyStore trusted(Path ca) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates(ca)) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path ca)
            throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(ca)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("no certificate");
            }
            return certificates;
        }
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
