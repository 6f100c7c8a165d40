package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStoreException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code host:port,host:port}. Quotes none of it, since a password may have been put in its place. */
final class Nodes {

    private Nodes() {}

    static List<Node> of(String hosts, int defaultPort) {
        List<Node> nodes = new ArrayList<>();
        for (String host : hosts.split(",", -1)) {
            nodes.add(node(host, nodes.size() + 1, defaultPort));
        }
        return List.copyOf(nodes);
    }

    private static Node node(String written, int number, int defaultPort) {
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
        return Node.of(host, port.substring(1)).orElseThrow(() -> noNode(number));
    }

    private static String before(String text, int end) {
        return end < 0 ? text : text.substring(0, end);
    }

    private static ShaStoreException noNode(int number) {
        return UriProblems.form("has no host and port where number " + number + " of its servers should be");
    }
}
