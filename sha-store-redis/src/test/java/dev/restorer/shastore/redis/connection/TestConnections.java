package dev.restorer.shastore.redis.connection;

import dev.restorer.shastore.redis.settings.Node;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;

/** Creates connections for the tests of other packages. */
public final class TestConnections {

    private TestConnections() {}

    /** Returns a connection without TLS. */
    public static NodeConnection of(Node node, Socket socket) {
        return new NodeConnection(node, socket, socket);
    }

    /** Starts TLS on a connected socket. */
    public static Socket tls(Socket tcp, Path ca) throws IOException {
        return Tls.create(ca).handshake(tcp, new Node("127.0.0.1", tcp.getPort()));
    }
}
