package dev.restorer.registries;

import dev.restorer.fixtures.TcpProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Passes connections from other networks on to a server that accepts connections from this machine alone. */
final class OpenPort implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 13;

    private final TcpProxy proxy;
    private final long limit;
    private final Runnable atLimit;
    private final AtomicLong replied = new AtomicLong();

    private OpenPort(int target, long limit, Runnable atLimit) throws IOException {
        this.limit = limit;
        this.atLimit = atLimit;
        proxy = TcpProxy.start(null, target, this::pass);
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
        return new OpenPort(target, limit, atLimit);
    }

    int number() {
        return proxy.port();
    }

    private void pass(Socket from, Socket to, boolean isReply) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
                if (isReply) {
                    count(length);
                }
            }
        }
    }

    private void count(int length) {
        long after = replied.addAndGet(length);
        if (after >= limit && after - length < limit) {
            atLimit.run();
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
