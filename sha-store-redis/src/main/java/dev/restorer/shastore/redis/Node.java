package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStoreException;
import java.util.ArrayList;
import java.util.List;
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

    /** Reads {@code host:port,host:port}. Quotes none of it, since a password may have been put in its place. */
    static List<Node> listOf(String hosts, int defaultPort) {
        List<Node> nodes = new ArrayList<>();
        for (String host : hosts.split(",", -1)) {
            nodes.add(read(host, nodes.size() + 1, defaultPort));
        }
        return List.copyOf(nodes);
    }

    private static Node read(String written, int number, int defaultPort) {
        int bracket = written.indexOf(']');
        boolean hasBrackets = written.startsWith("[") && bracket > 0;
        String host = hasBrackets ? written.substring(1, bracket) : before(written, written.indexOf(':'));
        String port = written.substring(hasBrackets ? bracket + 1 : host.length());
        if (port.isEmpty()) {
            port = ":" + defaultPort;
        }
        boolean isPort = port.matches(":[0-9]{1,5}");
        boolean isHost = hasBrackets == host.contains(":");
        if (!isPort || !isHost) {
            throw noNode(number);
        }
        return of(host, port.substring(1)).orElseThrow(() -> noNode(number));
    }

    private static String before(String text, int end) {
        return end < 0 ? text : text.substring(0, end);
    }

    private static ShaStoreException noNode(int number) {
        return UriProblems.form("has no host and port where number " + number + " of its servers should be");
    }

    /** Returns {@code host:port}, with brackets around an address that has colons itself. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
