package dev.restorer.benchmarks.images;

import dev.restorer.fixtures.Ports;
import dev.restorer.fixtures.TcpProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A distant registry: passes bytes on to one on this machine, and each of them later by half a round trip. A connection
 * takes a round trip to be made. The rate is not limited.
 */
final class DelayingProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_BUFFERS = 1024;

    /** Bytes, and when they arrive; no bytes mean the end. */
    private static final class Chunk {
        final long due;
        final byte[] bytes;

        Chunk(long due, byte[] bytes) {
            this.due = due;
            this.bytes = bytes;
        }
    }

    private final TcpProxy proxy;
    private final long roundTripNanos;
    private final AtomicLong received = new AtomicLong();

    private DelayingProxy(int target, long roundTripMillis) throws IOException {
        roundTripNanos = TimeUnit.MILLISECONDS.toNanos(roundTripMillis);
        proxy = TcpProxy.start(Ports.LOOPBACK, target, this::pass);
    }

    /**
     * Starts a proxy.
     *
     * @param target the port that it passes bytes on to
     * @param roundTripMillis the time of a round trip, 0 for none
     */
    static DelayingProxy start(int target, long roundTripMillis) throws IOException {
        return new DelayingProxy(target, roundTripMillis);
    }

    /** Returns the port. */
    int port() {
        return proxy.port();
    }

    /** Returns the number of bytes that came from the target since the last call. */
    long takeReceived() {
        return received.getAndSet(0);
    }

    private void pass(Socket from, Socket to, boolean isReply) throws IOException, InterruptedException {
        BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(MAX_BUFFERS);
        TcpProxy.inBackground(() -> write(to, chunks));
        try {
            read(from, chunks, isReply);
        } finally {
            chunks.put(new Chunk(0, new byte[0]));
        }
    }

    private void read(Socket from, BlockingQueue<Chunk> chunks, boolean isReply)
            throws IOException, InterruptedException {
        long extra = isReply ? 0 : roundTripNanos;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = from.getInputStream()) {
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                if (isReply) {
                    received.addAndGet(length);
                }
                long due = System.nanoTime() + roundTripNanos / 2 + extra;
                extra = 0;
                chunks.put(new Chunk(due, Arrays.copyOf(buffer, length)));
            }
        }
    }

    private static void write(Socket to, BlockingQueue<Chunk> chunks) throws IOException, InterruptedException {
        try (OutputStream out = to.getOutputStream()) {
            for (Chunk chunk = chunks.take(); chunk.bytes.length > 0; chunk = chunks.take()) {
                TimeUnit.NANOSECONDS.sleep(chunk.due - System.nanoTime());
                out.write(chunk.bytes);
            }
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
