package dev.restorer.images.registry.address;

import dev.restorer.images.reference.Authority;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.apache.hc.core5.http.HttpHost;

/**
 * The scheme, host and port of a URI.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host in lower case, with an IPv6 address in brackets
 * @param port the port, which is that of the scheme if the URI has none
 */
public record Origin(String scheme, String host, int port) {

    public static final String HTTP = "http";
    public static final String HTTPS = "https";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public static Origin of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        Authority authority = Authority.of(uri).orElseThrow(() -> new IllegalArgumentException("a URI has no host"));
        return new Origin(scheme, authority.host().toLowerCase(Locale.ROOT), port(scheme, authority.port()));
    }

    /** Creates an origin of a host without brackets, as in HttpClient. */
    public static Origin of(String scheme, String host, int port) {
        String inBrackets = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return new Origin(scheme, inBrackets.toLowerCase(Locale.ROOT), port(scheme, port));
    }

    public static Origin of(HttpHost host) {
        return of(host.getSchemeName(), host.getHostName(), host.getPort());
    }

    public HttpHost httpHost() {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new HttpHost(scheme, name, port);
    }

    /** Creates an origin of a registry, as in references. */
    public static Origin of(String scheme, String registry) {
        return of(URI.create(scheme + "://" + registry + "/"));
    }

    private static int port(String scheme, int explicitPort) {
        if (explicitPort >= 0) {
            return explicitPort;
        }
        return scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
    }

    /** Returns the host without the dot at the end of an absolute name. */
    public String hostWithoutDot() {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    public boolean isHttps() {
        return scheme.equals(HTTPS);
    }

    /** Returns whether the host is this machine, without a lookup. */
    public boolean isLoopback() {
        InetAddress literal = IpAddresses.literal(host);
        return literal != null ? literal.isLoopbackAddress() : host.equals("localhost");
    }

    /** Returns whether a registry, as in references, is this host and port. */
    boolean isNamed(String registry) {
        String name = registry.toLowerCase(Locale.ROOT);
        boolean isDefaultPort = port == port(scheme, -1);
        return name.equals(host + ":" + port) || (isDefaultPort && name.equals(host));
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
