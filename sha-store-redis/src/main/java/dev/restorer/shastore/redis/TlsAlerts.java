package dev.restorer.shastore.redis;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the alert means with which a server ended a connection (RFC 8446, section 6.2). */
final class TlsAlerts {

    private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

    private TlsAlerts() {}

    /** The message of the exception names the alert, or says what else went wrong. */
    static NodeFailure of(Node node, IOException e, ClientCertificate certificate) {
        String message = String.valueOf(e.getMessage());
        Matcher matcher = ALERT.matcher(message);
        String alert = matcher.find() ? matcher.group(1) : "";
        return switch (alert) {
            case "certificate_required" -> missing(node, e, certificate);
            case "bad_certificate" -> // some servers say so of a missing one
                certificate == ClientCertificate.NONE ? missing(node, e, certificate) : refused(node, e, alert);
            case "unknown_ca",
                    "certificate_expired",
                    "certificate_revoked",
                    "certificate_unknown",
                    "unsupported_certificate" -> refused(node, e, alert);
            case "handshake_failure" -> // before TLS 1.3 servers say so of a missing certificate
                disagreed(node, e, message, "; " + certificate.remedy());
            default -> disagreed(node, e, message, "");
        };
    }

    private static NodeFailure missing(Node node, IOException e, ClientCertificate certificate) {
        return certificate == ClientCertificate.NONE
                ? new NodeFailure(
                        node + " asks for a certificate of this client",
                        "Give the JVM one with -Djavax.net.ssl.keyStore, or set tls-auth-clients no in the server",
                        e)
                : new NodeFailure(
                        node + " asks for a certificate of this client, and the JVM's key store has none that fits",
                        "Let javax.net.ssl.keyStore name one that has a certificate with its key,"
                                + " or set tls-auth-clients no in the server",
                        e);
    }

    private static NodeFailure refused(Node node, IOException e, String alert) {
        return new NodeFailure(
                node + " refuses the certificate of this client: " + alert,
                "Let javax.net.ssl.keyStore name a key store with one that has not expired, of a CA that the server trusts",
                e);
    }

    private static NodeFailure disagreed(Node node, IOException e, String message, String more) {
        return new NodeFailure(
                node + " and this JVM do not come together in TLS: " + Shown.text(message),
                "See which versions and ciphers of TLS the server allows, or write redis if it speaks none" + more,
                e);
    }
}
