package dev.restorer.shastore.redis;

import dev.restorer.fixtures.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A server on the loopback address that runs a script for each client. */
public final class FakeServer implements AutoCloseable {

    /** Serves one client. When it returns, the connection is closed. */
    @FunctionalInterface
    public interface Script {
        void run(InputStream in, OutputStream out) throws IOException, InterruptedException;
    }

    private static final int RECEIVE_BUFFER = 4_096;

    private final ServerSocket listening;
    private final Script script;
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();

    private FakeServer(Script script) throws IOException {
        this.script = script;
        listening = new ServerSocket();
        listening.setReceiveBufferSize(RECEIVE_BUFFER);
        listening.bind(new InetSocketAddress(Ports.LOOPBACK, 0));
        daemon(this::accept);
    }

    public static FakeServer doing(Script script) {
        try {
            return new FakeServer(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replies to each read with the next of these texts, and then hangs. */
    public static FakeServer answering(String... replies) {
        return doing((in, out) -> {
            for (String reply : List.of(replies)) {
                if (in.read(new byte[65_536]) < 0) {
                    return;
                }
                out.write(reply.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
            hang();
        });
    }

    /** Sends an error to each client before it reads anything, and closes. */
    public static FakeServer rejecting(String reply) {
        return doing((in, out) -> {
            out.write(reply.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            int unused = in.read(new byte[65_536]);
        });
    }

    /** Replies like a cluster node whose slots have all moved to another node. */
    public static FakeServer redirectingTo(Supplier<String> address) {
        return doing((in, out) -> {
            byte[] bytes = new byte[65_536];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                boolean pings = new String(bytes, 0, n, StandardCharsets.ISO_8859_1).contains("PING");
                String reply = pings ? "+PONG\r\n" : "-MOVED 1 " + address.get() + "\r\n";
                out.write(reply.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        });
    }

    public static void hang() throws InterruptedException {
        Thread.sleep(60_000);
    }

    public String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                clients.add(client);
                daemon(() -> serve(client));
            }
        } catch (IOException e) {
            // The server was closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            script.run(client.getInputStream(), client.getOutputStream());
        } catch (IOException e) {
            // The client or the test has closed it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "fake-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
