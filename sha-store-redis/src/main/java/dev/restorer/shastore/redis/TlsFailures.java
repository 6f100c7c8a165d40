package dev.restorer.shastore.redis;

import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why TLS did not come about, or ended. */
final class TlsFailures {

    /** The JVM has no type for it. */
    private static final Pattern OF_ANOTHER_HOST = Pattern.compile("No (name|subject alternative)");

    private TlsFailures() {}

    static NodeFailure of(Node node, IOException e, ClientCertificate certificate) {
        if (!(e instanceof SSLException) || Causes.first(e, EOFException.class) != null) {
            return new NodeFailure(
                    node + " closed the connection before it agreed on TLS",
                    "See what the server's log says; " + certificate.remedy(),
                    e);
        }
        NodeFailure ofServer = certificateOfServer(node, e);
        if (ofServer != null) {
            return ofServer;
        }
        String message = String.valueOf(e.getMessage());
        return message.contains("Unsupported or unrecognized SSL message")
                ? new NodeFailure(node + " speaks no TLS", "Write redis in place of rediss", e)
                : TlsAlerts.of(node, e, certificate);
    }

    /** Returns what is wrong with the server's certificate, or null if that is not why. */
    private static @Nullable NodeFailure certificateOfServer(Node node, IOException e) {
        if (Causes.first(e, CertificateExpiredException.class) != null
                || Causes.first(e, CertificateNotYetValidException.class) != null) {
            return new NodeFailure(
                    node + " has a certificate that is not valid at this time",
                    "Renew the certificate, or set this machine's clock",
                    e);
        }
        if (Causes.first(e, CertPathBuilderException.class) != null) {
            return new NodeFailure(
                    node + " has a certificate that is not trusted",
                    "Name the CA that signed it with ca=/a/file.pem, or have the JVM trust it",
                    e);
        }
        CertificateException refusal = Causes.first(e, CertificateException.class);
        return refusal == null ? null : refused(node, e, String.valueOf(refusal.getMessage()));
    }

    private static NodeFailure refused(Node node, IOException e, String why) {
        return OF_ANOTHER_HOST.matcher(why).lookingAt()
                ? new NodeFailure(
                        node + " has a certificate that is not for " + node.host(),
                        "Write the host that the certificate is for, or have the certificate name this one",
                        e)
                : new NodeFailure(
                        node + " has a certificate that is not accepted: " + Shown.text(why),
                        "Give the server a certificate for TLS servers, with a key and a signature that this JVM allows",
                        e);
    }
}
