package dev.restorer.images.registry;

import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says why a registry cannot be read. What a server wrote is not repeated, since it may repeat what it was sent. */
final class Problems {

    private static final String TRY_LATER = "Try again later, or build without the image";

    private Problems() {}

    static ImageReadException refused(RegistryReference reference, int status) {
        return new ImageReadException(
                reference.registry(),
                reference.toString(),
                "it refuses the credentials for it (" + status + ")",
                "Log in to the registry, or correct the credentials that are given");
    }

    static ImageReadException status(RegistryReference reference, int status) {
        return new ImageReadException(reference.registry(), reference.toString(), "it answers " + status, TRY_LATER);
    }

    static ImageReadException of(RegistryReference reference, IOException e) {
        return new ImageReadException(reference.registry(), reference.toString(), describe(e), remedy(e), e);
    }

    /** Says what happened; messages of the JVM repeat no header and no body. */
    static String describe(Throwable e) {
        if (e instanceof UnknownHostException && !(e instanceof ForbiddenAddressException)) {
            return "its host " + e.getMessage() + " is not known";
        }
        if (e instanceof ConnectTimeoutException) {
            return "it cannot be connected to in time";
        }
        if (e instanceof SocketTimeoutException) {
            return "it does not answer in time";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "it cannot be connected to";
        }
        if (e instanceof NoHttpResponseException) {
            return "it ends the connection without an answer";
        }
        if (e instanceof SSLException) {
            return isAboutTrust(e) ? "its certificate is not trusted" : "TLS cannot be agreed on: " + e.getMessage();
        }
        return String.valueOf(e.getMessage());
    }

    /** Tells whether a certificate, or the host that it is for, was not accepted. */
    static boolean isAboutTrust(Throwable e) {
        return isCausedBy(e, CertificateException.class) || isCausedBy(e, SSLPeerUnverifiedException.class);
    }

    /** Tells whether a failure, or one of its causes, is of a type. */
    static boolean isCausedBy(Throwable e, Class<? extends Exception> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String remedy(IOException e) {
        if (e instanceof SSLException) {
            return "Let SSL_CERT_FILE name the CA of the registry, or list the registry as insecure";
        }
        if (e instanceof UnknownHostException || e instanceof ConnectException) {
            return "Check the name of the registry and that it runs, and the proxy if there is one";
        }
        return TRY_LATER;
    }
}
