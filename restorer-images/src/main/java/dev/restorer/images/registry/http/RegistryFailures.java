package dev.restorer.images.registry.http;

import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.failure.EnvironmentException;
import dev.restorer.images.registry.failure.ForbiddenAddressException;
import dev.restorer.images.registry.failure.LookupException;
import dev.restorer.images.registry.failure.OtherHostException;
import dev.restorer.spi.ImageReadException;
import dev.restorer.vendors.Causes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** Describes why a registry cannot be read. Text of the server is left out, since it may contain credentials. */
public final class RegistryFailures {

    static final String TRY_LATER = "Try again later, or build without the image";

    private RegistryFailures() {}

    public static ImageReadException rejectedCredentials(RegistryReference reference, int status) {
        return new ImageReadException(
                reference.registry(),
                reference.toString(),
                "it rejects the credentials (" + status + ")",
                "Log in to the registry, or correct the credentials");
    }

    public static ImageReadException status(RegistryReference reference, int status) {
        return new ImageReadException(
                reference.registry(), reference.toString(), "it replies with status " + status, TRY_LATER);
    }

    /** Names the whole reference. Credentials are looked up for a repository, without a tag or digest. */
    public static ImageReadException ofReference(RegistryReference reference, ImageReadException e) {
        return e.image().equals(reference.toString())
                ? e
                : new ImageReadException(e.registry(), reference.toString(), e.problem(), e.remedy(), e);
    }

    public static ImageReadException of(RegistryReference reference, IOException e) {
        return new ImageReadException(reference.registry(), reference.toString(), describe(e), remedy(e), e);
    }

    /** Describes a failure. The messages of the JVM contain neither headers nor bodies. */
    public static String describe(Throwable e) {
        if (e instanceof ForbiddenAddressException || e instanceof LookupException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UnknownHostException) {
            return "its host " + String.valueOf(e.getMessage()).replaceFirst(":.*", "") + " is unknown";
        }
        if (e instanceof ConnectTimeoutException) {
            return "connecting to it timed out";
        }
        if (e instanceof SocketTimeoutException) {
            return "it did not reply in time";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "it cannot be reached";
        }
        if (e instanceof NoHttpResponseException) {
            return "it closed the connection without a reply";
        }
        if (e instanceof SSLException) {
            return TlsFailures.describe(e);
        }
        if (isBreak(e)) {
            return "the connection broke";
        }
        return String.valueOf(e.getMessage());
    }

    /** Returns whether a connection that was open ended early. A network that cannot be reached has another message. */
    private static boolean isBreak(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof ConnectionClosedException
                || e instanceof MalformedChunkCodingException
                || (e instanceof SocketException
                        && (message.startsWith("Connection") || message.equals("Broken pipe")));
    }

    private static String remedy(IOException e) {
        if (e instanceof SSLException) {
            return TlsFailures.remedy(e);
        }
        OtherHostException other = Causes.first(e, OtherHostException.class);
        if (other != null) {
            return other.remedy();
        }
        String general = generalRemedy(e, "the registry");
        if (general != null) {
            return general;
        }
        if (Causes.include(e, UnknownHostException.class) || e instanceof ConnectException) {
            return "Check the name of the registry and that it runs, and the proxy if there is one";
        }
        return TRY_LATER;
    }

    /** Returns what to do about this machine or its proxy for a host; null if the cause is another one. */
    static @Nullable String generalRemedy(IOException e, String host) {
        if (Causes.include(e, ProxyRefusalException.class)) {
            return "Check the proxy in HTTPS_PROXY or HTTP_PROXY, with its user and password, or list " + host
                    + " in NO_PROXY";
        }
        EnvironmentException environment = Causes.first(e, EnvironmentException.class);
        return environment == null ? null : environment.remedy();
    }
}
