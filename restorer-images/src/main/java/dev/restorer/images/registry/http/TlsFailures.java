package dev.restorer.images.registry.http;

import dev.restorer.api.Quoted;
import dev.restorer.vendors.Causes;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Describes why TLS cannot be established. The messages of the JVM name hosts and dates, and the alert of a server. */
final class TlsFailures {

    private TlsFailures() {}

    /** Returns whether a certificate or its host name was rejected. */
    static boolean isAboutCertificate(Throwable e) {
        return Causes.include(e, CertificateException.class) || Causes.include(e, SSLPeerUnverifiedException.class);
    }

    /**
     * Returns whether no chain of valid certificates leads to a trusted CA. With some chains, the JVM does not tell
     * whether that is since the certificate has expired.
     */
    private static boolean isUntrusted(Throwable e) {
        return Causes.include(e, CertPathBuilderException.class);
    }

    static String describe(Throwable e) {
        if (isUntrusted(e)) {
            return "its certificate is not trusted";
        }
        return isAboutCertificate(e)
                ? "its certificate is rejected: "
                        + Quoted.quote(String.valueOf(Causes.innermost(e).getMessage()))
                : "the TLS handshake failed: " + e.getMessage();
    }

    static String remedy(Throwable e) {
        if (isUntrusted(e)) {
            return "Check that it has not expired, set SSL_CERT_FILE to the CA of the registry, or name it as an insecure registry";
        }
        return isAboutCertificate(e)
                ? "Renew it, write the host that it is for, or name the registry as an insecure registry"
                : "If the registry has no TLS, name it as an insecure registry; otherwise check which versions of TLS it"
                        + " allows";
    }
}
