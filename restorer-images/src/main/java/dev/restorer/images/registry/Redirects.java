package dev.restorer.images.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;

/** Follows redirects of a registry by hand: credentials stay behind, and a public registry leads to public hosts only. */
record Redirects(Http http, Insecure insecure, Proxies proxies) {

    private static final int MAX_REDIRECTS = 5;
    private static final String AUTHORIZATION = "Authorization";

    /** Gets something from a registry, or from where it leads. */
    Response get(Endpoint endpoint, Target first, Map<String, String> headers, Deadline deadline) throws IOException {
        Target target = first;
        Map<String, String> sent = headers;
        for (int redirects = 0; ; redirects++) {
            Response response = http.get(target, sent, deadline);
            if (!isRedirect(response.status())) {
                return response;
            }
            String location = response.header("Location");
            response.discard();
            if (redirects == MAX_REDIRECTS) {
                throw new FinalException("it redirects more than " + MAX_REDIRECTS + " times");
            }
            Target next = checked(endpoint, resolved(target.uri(), location), target.origin());
            if (!next.origin().equals(target.origin())) {
                sent = new HashMap<>(sent);
                sent.remove(AUTHORIZATION);
            }
            target = next;
        }
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    static URI resolved(URI base, String location) throws FinalException {
        if (location.isEmpty()) {
            throw new FinalException("it leads nowhere");
        }
        try {
            return base.resolve(new URI(location.replace(" ", "%20").replace("|", "%7C")));
        } catch (URISyntaxException e) {
            throw new FinalException("it leads to an address that is none"); // which may hold a signature
        }
    }

    /** Checks where a registry leads. Without TLS it may lead only from where there is none, or to where none is needed. */
    Target checked(Endpoint endpoint, URI uri, Origin from) throws IOException {
        String scheme = String.valueOf(uri.getScheme());
        if (uri.getHost() == null || uri.getUserInfo() != null || !scheme.matches("(?i)https?")) {
            throw new FinalException("it leads to an address that is none of HTTP");
        }
        Origin origin = Origin.of(uri);
        if (!origin.isHttps() && from.isHttps() && !insecure.allows(origin)) {
            throw new FinalException("it leads to " + origin + ", which has no TLS, and that is not followed");
        }
        boolean isItself = origin.host().equals(endpoint.origin().host());
        boolean isGuarded = endpoint.isPublic() && !isItself;
        if (isGuarded) {
            requirePublicName(origin);
        }
        return new Target(uri, isGuarded);
    }

    /** A proxy would look the host up by itself, so what the name tells is looked at here. */
    private void requirePublicName(Origin origin) throws ForbiddenAddressException {
        InetAddress literal = IpAddresses.literal(origin.host());
        boolean isPrivate = literal != null && !IpAddresses.isPublic(literal);
        boolean isLocal = origin.host().equals("localhost") || origin.host().endsWith(".localhost");
        if (isPrivate || isLocal || proxies.hosts().contains(origin.host())) {
            throw new ForbiddenAddressException(origin.host());
        }
    }
}
