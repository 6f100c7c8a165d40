package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

class NodeConnectionTest {

    private static final int SMALL = 4_096;

    /** A timeout of the socket does not apply to writes. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aWriteThatTheServerDoesNotReadEndsAtTheDeadline() throws Exception {
        try (ServerSocket server = new ServerSocket();
                Socket socket = new Socket()) {
            server.setReceiveBufferSize(SMALL);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.setSendBufferSize(SMALL);
            socket.connect(server.getLocalSocketAddress());
            Node node = new Node("127.0.0.1", server.getLocalPort());
            NodeConnection connection = new NodeConnection(node, socket, socket);
            CommandArguments large = new CommandArguments(Command.HSET).add("x".repeat(1 << 20));
            Deadline deadline = Deadline.in(Duration.ofMillis(200), Options.TIMEOUT);
            assertThatThrownBy(() -> connection.exchange(large, deadline))
                    .hasMessage(node + " did not reply within PT0.2S");
            assertThat(connection.isUsable()).isFalse();
        }
    }
}
