package dev.restorer.images.registry.http;

import dev.restorer.images.registry.address.Origin;
import dev.restorer.images.registry.failure.ForbiddenAddressException;
import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.failure.OtherHostException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Describes the failures of hosts that a registry redirects to, such as its storage. */
public final class OtherHosts {

    private static final String TLS_REMEDY =
            "Check the certificate of that host and the versions of TLS that it allows, or set SSL_CERT_FILE to its CA";

    private OtherHosts() {}

    /** Returns the failure of a host that replies neither with content nor with 404. */
    public static IOException status(Origin host, int status) {
        String problem = "it replies with status " + status;
        return new OtherHostException(
                host.toString(),
                problem,
                status == 401 || status == 403
                        ? "Check the clock of this machine, and that the registry may read its storage"
                        : RegistryFailures.TRY_LATER,
                new NonRetryableException(problem));
    }

    /** Names the host that failed, unless it is the registry. */
    public static IOException at(Origin host, Origin registry, IOException e) {
        return host.equals(registry) || e instanceof ForbiddenAddressException
                ? e
                : new OtherHostException(host.toString(), RegistryFailures.describe(e), remedy(e), e);
    }

    private static String remedy(IOException e) {
        String general = RegistryFailures.generalRemedy(e, "that host");
        if (general != null) {
            return general;
        }
        if (e instanceof SSLException) {
            return TLS_REMEDY;
        }
        return isUnreachable(e)
                ? "Let this machine reach that host, directly or through a proxy"
                : RegistryFailures.TRY_LATER;
    }

    /** Returns whether there was no connection at all. */
    private static boolean isUnreachable(IOException e) {
        return e instanceof UnknownHostException
                || e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof NoRouteToHostException;
    }
}
