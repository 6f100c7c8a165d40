package dev.restorer.shastore.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.shastore.redis.settings.Node;
import dev.restorer.shastore.redis.settings.Options;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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

    /** A thread may be stopped for long between the reply and the end of the exchange, as on an overloaded machine. */
    @Test
    void aReplyThatIsReadAfterTheDeadlineIsTooLate() throws Exception {
        try (LateSocket socket = new LateSocket()) {
            Node node = new Node("127.0.0.1", 1);
            NodeConnection connection = new NodeConnection(node, socket, socket);
            Deadline deadline = Deadline.in(Duration.ofMillis(50), Options.CONNECT_TIMEOUT);
            assertThatThrownBy(() -> connection.exchange(new CommandArguments(Command.PING), deadline))
                    .hasMessage(node + " did not reply within PT0.05S");
            assertThat(connection.isUsable()).isFalse();
        }
    }

    /** Has the reply to a PING once it is closed. */
    private static final class LateSocket extends Socket {

        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream("+PONG\r\n".getBytes(StandardCharsets.US_ASCII)) {
                @Override
                public synchronized int read(byte[] buffer, int offset, int length) {
                    try {
                        closed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return super.read(buffer, offset, length);
                }
            };
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public synchronized void close() throws IOException {
            super.close();
            closed.countDown();
        }
    }
}
