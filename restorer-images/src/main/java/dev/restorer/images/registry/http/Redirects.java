package dev.restorer.images.registry.http;

import dev.restorer.images.reference.Authority;
import dev.restorer.images.registry.address.InsecureRegistries;
import dev.restorer.images.registry.address.IpAddresses;
import dev.restorer.images.registry.address.Origin;
import dev.restorer.images.registry.failure.ForbiddenAddressException;
import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.images.registry.proxy.Proxies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Follows redirects of a registry, without credentials for other origins, and from public registries to public hosts
 * only.
 */
public record Redirects(Http http, InsecureRegistries insecure, Proxies proxies) {

    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_PORT = 65_535;
    private static final String AUTHORIZATION = "Authorization";

    /** Sends a GET request to a registry, and follows redirects. */
    public Response get(Endpoint endpoint, Target first, Request request, Deadline deadline) throws IOException {
        Target target = first;
        Request sent = request;
        for (int redirects = 0; ; redirects++) {
            Response response = send(first, target, sent, deadline);
            if (!isRedirect(response.status())) {
                return response;
            }
            String location = response.header("Location");
            response.discard();
            if (redirects == MAX_REDIRECTS) {
                throw new NonRetryableException("it redirects more than " + MAX_REDIRECTS + " times");
            }
            Target next = next(endpoint, target, location);
            if (!next.origin().equals(target.origin())) {
                sent = sent.without(AUTHORIZATION);
            }
            target = next;
        }
    }

    private Response send(Target first, Target target, Request request, Deadline deadline) throws IOException {
        try {
            return http.send(target, request, deadline);
        } catch (IOException e) {
            throw OtherHosts.at(target.origin(), first.origin(), e);
        }
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private Target next(Endpoint endpoint, Target target, String location) throws IOException {
        Target next = named(endpoint, resolve(target.uri(), location));
        Origin origin = next.origin();
        if (!origin.isHttps() && target.origin().isHttps() && !insecure.allows(origin)) {
            throw new NonRetryableException("it redirects to " + origin + ", which has no TLS, so it is not contacted");
        }
        return next;
    }

    public static URI resolve(URI base, String location) throws NonRetryableException {
        if (location.isEmpty()) {
            throw new NonRetryableException("it redirects without an address");
        }
        try {
            return base.resolve(Location.uri(location));
        } catch (URISyntaxException e) {
            throw new NonRetryableException("it redirects to an invalid address"); // which may contain a signature
        }
    }

    /** Returns the target of an address that a registry names, which need not have TLS. */
    public Target named(Endpoint endpoint, URI uri) throws IOException {
        String scheme = String.valueOf(uri.getScheme());
        Authority authority = Authority.of(uri).orElse(null);
        if (authority == null || authority.port() > MAX_PORT || !scheme.matches("(?i)https?")) {
            throw new NonRetryableException("it names an address that is not HTTP");
        }
        Origin origin = Origin.of(uri);
        boolean isSameHost = origin.host().equals(endpoint.origin().host());
        boolean mustBePublic = endpoint.isPublic() && !isSameHost;
        if (mustBePublic) {
            requirePublicName(origin);
        }
        return new Target(uri, mustBePublic);
    }

    /** Checks what is known from the name alone, since a proxy looks up the host itself. */
    private void requirePublicName(Origin origin) throws ForbiddenAddressException {
        String host = origin.hostWithoutDot();
        InetAddress literal = IpAddresses.literal(host);
        boolean isPrivate = literal != null && !IpAddresses.isPublic(literal);
        boolean isLocal = host.equals("localhost") || host.endsWith(".localhost");
        if (isPrivate || isLocal || proxies.hosts().contains(host)) {
            throw new ForbiddenAddressException(origin.host());
        }
    }
}
