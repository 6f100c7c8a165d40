package dev.restorer.images.registry;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.apache.hc.core5.http.HttpHost;

/**
 * Where an address leads.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in brackets
 * @param port the port, also where the address does not write it
 */
record Origin(String scheme, String host, int port) {

    static final String HTTP = "http";
    static final String HTTPS = "https";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    static Origin of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port(scheme, uri.getPort()));
    }

    /** Where a host leads that has no brackets, as HttpClient has it. */
    static Origin of(String scheme, String host, int port) {
        String inBrackets = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return new Origin(scheme, inBrackets.toLowerCase(Locale.ROOT), port(scheme, port));
    }

    HttpHost httpHost() {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new HttpHost(scheme, name, port);
    }

    /** Reads a registry as references name it. */
    static Origin of(String scheme, String registry) {
        return of(URI.create(scheme + "://" + registry + "/"));
    }

    private static int port(String scheme, int written) {
        if (written >= 0) {
            return written;
        }
        return scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
    }

    boolean isHttps() {
        return scheme.equals(HTTPS);
    }

    /** Whether this names the machine itself, in whatever way it is looked up. */
    boolean isLoopback() {
        InetAddress literal = IpAddresses.literal(host);
        return literal != null ? literal.isLoopbackAddress() : host.equals("localhost");
    }

    /** Whether a registry, as references name it, is this host and port. */
    boolean isOf(String registry) {
        String name = registry.toLowerCase(Locale.ROOT);
        boolean hasNoPort = port == port(scheme, -1);
        return name.equals(host + ":" + port) || (hasNoPort && name.equals(host));
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
