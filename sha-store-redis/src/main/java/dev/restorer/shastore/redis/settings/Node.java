package dev.restorer.shastore.redis.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a server. The host has only characters that are safe in a log. */
public record Node(String host, int port) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%-]{1,255}");

    /** A host with an optional port. An IPv6 address is in brackets. */
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:\\[(?<address>[^\\]]*:[^\\]]*)\\]|(?<name>[^:]*))(?::(?<port>[0-9]*))?");

    private static final int MAX_PORT = 65_535;

    /** Creates a node of a host without brackets. Returns empty if host or port are not valid. */
    public static Optional<Node> of(String host, String port) {
        int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
        boolean isNode = HOST.matcher(host).matches() && number > 0 && number <= MAX_PORT;
        return isNode ? Optional.of(new Node(host, number)) : Optional.empty();
    }

    /** Parses {@code host:port} or {@code host}. Returns empty if it is not valid. */
    static Optional<Node> parse(String text, int defaultPort) {
        Matcher matcher = HOST_AND_PORT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String address = matcher.group("address");
        String port = matcher.group("port");
        return of(address == null ? matcher.group("name") : address, port == null ? "" + defaultPort : port);
    }

    /** Returns {@code host:port}, with an IPv6 address in brackets. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
