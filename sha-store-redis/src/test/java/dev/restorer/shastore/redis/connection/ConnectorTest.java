package dev.restorer.shastore.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.shastore.redis.settings.Login;
import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hosts with several addresses. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectorTest {

    private static final Login LOGIN = new Login(Login.Target.SERVER, null, null, 0);

    private static InetAddress loopback(int last) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private static boolean connects(RedisServer server, InetAddress... addresses) throws NodeFailure {
        Connector connector = new Connector(null, Duration.ofSeconds(1), (node, deadline) -> List.of(addresses));
        Deadline deadline = Deadline.in(Duration.ofSeconds(10), Options.TIMEOUT);
        NodeConnection connection = connector.connect(new Node("redis.test", server.port()), LOGIN, deadline);
        boolean works = connection.isUsable();
        connection.disconnect();
        return works;
    }

    @Test
    void anAddressThatRefusesConnectionsIsSkipped() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            assertThat(connects(server, loopback(2), loopback(1))).isTrue();
        }
    }

    @Test
    void anAddressThatDoesNotReplyLeavesTimeForTheNext() throws Exception {
        try (RedisServer server = RedisServer.start();
                ServerSocket full = new ServerSocket(server.port(), 1, loopback(2));
                Socket first = connected(full);
                Socket second = connected(full)) {
            assertThat(List.of(first, second)).allMatch(Socket::isBound);
            assertThat(connects(server, loopback(2), loopback(1))).isTrue();
        }
    }

    /** Connects a socket. Two of them fill the accept queue, so further connections wait. */
    private static Socket connected(ServerSocket server) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
        return socket;
    }
}
