package dev.restorer.shastore.redis;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a server listens. The host is fit to be shown, whoever named it. */
record Node(String host, int port) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%-]{1,255}");
    private static final int MAX_PORT = 65_535;

    /** Takes a host without brackets. Returns nothing if it is no host, or the port no port. */
    static Optional<Node> of(String host, int port) {
        boolean isNode = HOST.matcher(host).matches() && port > 0 && port <= MAX_PORT;
        return isNode ? Optional.of(new Node(host, port)) : Optional.empty();
    }

    /** Takes a port as it was written. */
    static Optional<Node> of(String host, String port) {
        try {
            return of(host, Integer.parseInt(port));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns {@code host:port}, with brackets around an address that has colons itself. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
