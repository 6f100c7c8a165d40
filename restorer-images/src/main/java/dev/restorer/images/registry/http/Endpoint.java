package dev.restorer.images.registry.http;

import dev.restorer.images.registry.address.InsecureRegistries;
import dev.restorer.images.registry.address.IpAddresses;
import dev.restorer.images.registry.address.Origin;
import dev.restorer.images.registry.failure.LookupException;
import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.images.registry.proxy.Proxies;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The endpoint of a registry.
 *
 * @param origin its scheme, host and port
 * @param isPublic whether it has a public address, in which case it may only name other public hosts
 */
public record Endpoint(Origin origin, boolean isPublic) {

    private static final int BAD_REQUEST = 400;

    public Target target(String path) {
        return new Target(URI.create(origin + path), false);
    }

    /** Finds the endpoints of registries. */
    public record Finder(Http http, InsecureRegistries insecure, Proxies proxies, DnsResolver addresses) {

        /** Returns the endpoint of a registry. If it may be used without TLS, a request tests whether it has TLS. */
        public Endpoint find(String registry, Deadline deadline) throws IOException {
            Origin https = Origin.of(Origin.HTTPS, registry);
            Origin plain = Origin.of(Origin.HTTP, registry);
            if (!insecure.allows(plain) && !insecure.allows(https)) {
                return at(https);
            }
            boolean hasPort = https.port() == plain.port();
            if (!hasPort) {
                return at(hasTls(https, deadline) ? https : plain);
            }
            return at(acceptsPlainHttp(plain, deadline) ? plain : https);
        }

        private Endpoint at(Origin origin) throws NonRetryableException {
            return new Endpoint(origin, isPublic(origin));
        }

        /** Returns whether a host has a public address. A proxy looks the host up itself; then all names are public. */
        private boolean isPublic(Origin origin) throws NonRetryableException {
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
                throw new NonRetryableException(RegistryFailures.describe(e), e);
            }
        }

        /** Tests whether a server has TLS. A failure that does not tell is thrown, since the answer is kept. */
        private boolean hasTls(Origin origin, Deadline deadline) throws IOException {
            try {
                http.once(ping(origin), Request.stream(Map.of()), deadline).discard();
                return true;
            } catch (ConnectTimeoutException e) {
                return false; // as if the port were closed: a firewall may drop what is sent there
            } catch (LookupException | NonRetryableException | ProxyRefusalException | SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                return false;
            }
        }

        /**
         * Tests whether a server accepts plain HTTP. A server with TLS replies with an error or not at all. The
         * opposite test could block: a server without TLS may wait for the rest of a TLS handshake.
         */
        private boolean acceptsPlainHttp(Origin origin, Deadline deadline) throws IOException {
            try {
                Response response = http.once(ping(origin), Request.stream(Map.of()), deadline);
                boolean isPlain = response.status() != BAD_REQUEST
                        && !response.header("Location").startsWith(Origin.HTTPS + "://" + origin.host());
                response.discard();
                return isPlain;
            } catch (ConnectException | LookupException | NonRetryableException e) {
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
