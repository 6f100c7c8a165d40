package dev.restorer.shastore.redis;

import dev.restorer.fixtures.Ports;
import dev.restorer.fixtures.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** A proxy that can drop the replies of a server. */
final class Proxy implements AutoCloseable {

    private final FakeServer front;
    private final int port;
    private final AtomicBoolean swallows = new AtomicBoolean();

    Proxy(RedisServer server) {
        port = server.port();
        front = FakeServer.doing(this::forward);
    }

    String address() {
        return front.address();
    }

    /** Drops the next reply, and closes the connection of its client. */
    void dropNextReply() {
        swallows.set(true);
    }

    private void forward(InputStream fromClient, OutputStream toClient) throws IOException {
        try (Socket server = new Socket(Ports.LOOPBACK, port)) {
            Thread there = new Thread(() -> pump(fromClient, server));
            there.setDaemon(true);
            there.start();
            byte[] bytes = new byte[65_536];
            for (int n = server.getInputStream().read(bytes);
                    n >= 0 && !swallows.getAndSet(false);
                    n = server.getInputStream().read(bytes)) {
                toClient.write(bytes, 0, n);
            }
        }
    }

    private static void pump(InputStream from, Socket to) {
        try {
            from.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The client or the server has closed the connection.
        }
    }

    @Override
    public void close() {
        front.close();
    }
}
