package dev.restorer.registries;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Passes connections from other networks on to a server that accepts connections from this machine alone. */
final class OpenPort implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 13;

    private final ServerSocket server;
    private final int target;
    private final long limit;
    private final Runnable atLimit;
    private final AtomicLong answered = new AtomicLong();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private OpenPort(int target, long limit, Runnable atLimit) throws IOException {
        this.target = target;
        this.limit = limit;
        this.atLimit = atLimit;
        server = new ServerSocket(0); // on all addresses
    }

    static OpenPort of(int target) throws IOException {
        return of(target, Long.MAX_VALUE, () -> {});
    }

    /**
     * Opens a port.
     *
     * @param target the port of the server
     * @param limit the number of bytes from the server, of all connections
     * @param atLimit what is done once they have been passed on
     */
    static OpenPort of(int target, long limit, Runnable atLimit) throws IOException {
        OpenPort port = new OpenPort(target, limit, atLimit);
        inBackground(port::accept);
        return port;
    }

    int number() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(to);
                inBackground(() -> pass(client, to, false));
                inBackground(() -> pass(to, client, true));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void pass(Socket from, Socket to, boolean isAnswer) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
                if (isAnswer) {
                    count(length);
                }
            }
        } catch (IOException e) {
            // One of both closed the connection.
        }
    }

    private void count(int length) {
        long after = answered.addAndGet(length);
        if (after >= limit && after - length < limit) {
            atLimit.run();
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "open-port");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
