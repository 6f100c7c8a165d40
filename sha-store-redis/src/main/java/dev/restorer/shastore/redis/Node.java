package dev.restorer.shastore.redis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a server listens. The host is fit to be shown, whoever named it. */
record Node(String host, int port) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%-]{1,255}");

    /** A host and a port, if there is one; an address that has colons itself stands in brackets. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\[(?<address>[^\\]]*:[^\\]]*)\\]|(?<name>[^:]*))(?::(?<port>[0-9]*))?");

    private static final int MAX_PORT = 65_535;

    /** Takes a host without brackets. Returns nothing if it is no host, or the port no port. */
    static Optional<Node> of(String host, String port) {
        int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
        boolean isNode = HOST.matcher(host).matches() && number > 0 && number <= MAX_PORT;
        return isNode ? Optional.of(new Node(host, number)) : Optional.empty();
    }

    /** Reads {@code host:port} or {@code host}. */
    static Optional<Node> read(String text, int defaultPort) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        String address = written.group("address");
        String port = written.group("port");
        return of(address == null ? written.group("name") : address, port == null ? "" + defaultPort : port);
    }

    /** Returns {@code host:port}, with brackets around an address that has colons itself. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
