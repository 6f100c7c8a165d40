package dev.restorer.shastore.redis;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why TLS did not come about. */
final class TlsFailures {

    /** The JVM has no type for it. */
    private static final Pattern OF_ANOTHER_HOST = Pattern.compile("No (name|subject alternative)");

    private TlsFailures() {}

    static NodeFailure of(Node node, SSLException e) {
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
        String refused = refusedCertificate(e);
        if (refused != null && !OF_ANOTHER_HOST.matcher(refused).lookingAt()) {
            return new NodeFailure(
                    node + " has a certificate that is not accepted: " + Shown.text(refused),
                    "Give the server a certificate for TLS servers, with a key and a signature that this JVM allows",
                    e);
        }
        if (refused != null) {
            return new NodeFailure(
                    node + " has a certificate that is not for " + node.host(),
                    "Write the host that the certificate is for, or have the certificate name this one",
                    e);
        }
        return withoutCertificate(node, e);
    }

    private static NodeFailure withoutCertificate(Node node, SSLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return new NodeFailure(node + " speaks no TLS", "Write redis in place of rediss", e);
        }
        if (message.contains("fatal alert: certificate_required") || message.contains("fatal alert: bad_certificate")) {
            return new NodeFailure(
                    node + " asks for a certificate of this client",
                    "Give the JVM one with -Djavax.net.ssl.keyStore, or set tls-auth-clients no in the server",
                    e);
        }
        return new NodeFailure(
                node + " and this JVM do not come together in TLS: " + Shown.text(message),
                "See which versions and ciphers of TLS the server allows, or write redis if it speaks none",
                e);
    }

    /** Returns what the JVM says against a certificate, or null if that is not what is wrong. */
    private static @Nullable String refusedCertificate(Throwable e) {
        CertificateException refusal = Causes.first(e, CertificateException.class);
        return refusal == null ? null : String.valueOf(refusal.getMessage());
    }
}
