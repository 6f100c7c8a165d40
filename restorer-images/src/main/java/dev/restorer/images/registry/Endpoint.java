package dev.restorer.images.registry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * How a registry is reached.
 *
 * @param origin scheme, host and port
 * @param isPublic whether it has a public address, so that it may lead to no other
 */
record Endpoint(Origin origin, boolean isPublic) {

    private static final int BAD_REQUEST = 400;

    Target target(String path) {
        return new Target(URI.create(origin + path), false);
    }

    /** Finds registries. */
    record Finder(Http http, Insecure insecure, Proxies proxies, DnsResolver addresses) {

        /** Only where TLS is not asked for, it is tried whether the registry has it. */
        Endpoint find(String registry, Deadline deadline) throws IOException {
            Origin https = Origin.of(Origin.HTTPS, registry);
            Origin plain = Origin.of(Origin.HTTP, registry);
            if (!insecure.allows(plain) && !insecure.allows(https)) {
                return at(https);
            }
            boolean hasPort = https.port() == plain.port();
            if (!hasPort) {
                return at(connects(https, deadline) ? https : plain);
            }
            return at(speaksPlainly(plain, deadline) ? plain : https);
        }

        private Endpoint at(Origin origin) throws FinalException {
            return new Endpoint(origin, isPublic(origin));
        }

        /** Behind a proxy, which looks the host up, only its name can tell. */
        private boolean isPublic(Origin origin) throws FinalException {
            InetAddress literal = IpAddresses.literal(origin.host());
            if (literal != null || origin.isLoopback()) {
                return literal != null && IpAddresses.isPublic(literal);
            }
            if (proxies.of(origin) != null) {
                return true;
            }
            try {
                return Stream.of(addresses.resolve(origin.host())).anyMatch(IpAddresses::isPublic);
            } catch (UnknownHostException e) {
                throw new FinalException("its host is not known", e);
            }
        }

        private boolean connects(Origin origin, Deadline deadline) {
            try {
                http.once(ping(origin), Map.of(), null, deadline).discard();
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        /**
         * A server with TLS answers a request without it with an error of its own, or not at all. A server without TLS
         * could wait for ever for the rest of a request with it, so this is the way round that ends.
         */
        private boolean speaksPlainly(Origin origin, Deadline deadline) throws IOException {
            try {
                Response response = http.once(ping(origin), Map.of(), null, deadline);
                boolean isPlain = response.status() != BAD_REQUEST
                        && !response.header("Location").startsWith(Origin.HTTPS + "://" + origin.host());
                response.discard();
                return isPlain;
            } catch (ConnectException | FinalException e) {
                throw e;
            } catch (IOException e) {
                return false;
            }
        }

        private static Target ping(Origin origin) {
            return new Target(URI.create(origin + "/v2/"), false);
        }
    }
}
