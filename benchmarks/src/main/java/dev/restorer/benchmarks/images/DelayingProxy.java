package dev.restorer.benchmarks.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
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

    private final ServerSocket server;
    private final int target;
    private final long roundTripNanos;
    private final AtomicLong received = new AtomicLong();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private DelayingProxy(int target, long roundTripMillis) throws IOException {
        this.target = target;
        roundTripNanos = TimeUnit.MILLISECONDS.toNanos(roundTripMillis);
        server = new ServerSocket(0, MAX_BUFFERS, InetAddress.getLoopbackAddress());
    }

    /**
     * Starts a proxy.
     *
     * @param target the port that it passes bytes on to
     * @param roundTripMillis the time of a round trip, 0 for none
     */
    static DelayingProxy start(int target, long roundTripMillis) throws IOException {
        DelayingProxy proxy = new DelayingProxy(target, roundTripMillis);
        inBackground(proxy::accept);
        return proxy;
    }

    /** Returns the port. */
    int port() {
        return server.getLocalPort();
    }

    /** Returns the number of bytes that came from the target since the last call. */
    long takeReceived() {
        return received.getAndSet(0);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket registry = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(registry);
                client.setTcpNoDelay(true);
                registry.setTcpNoDelay(true);
                pass(client, registry, roundTripNanos, new AtomicLong());
                pass(registry, client, 0, received);
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void pass(Socket from, Socket to, long firstNanos, AtomicLong count) {
        BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(MAX_BUFFERS);
        inBackground(() -> read(from, chunks, firstNanos, count));
        inBackground(() -> write(to, chunks));
    }

    private void read(Socket from, BlockingQueue<Chunk> chunks, long firstNanos, AtomicLong count) {
        long extra = firstNanos;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = from.getInputStream()) {
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                count.addAndGet(length);
                long due = System.nanoTime() + roundTripNanos / 2 + extra;
                extra = 0;
                chunks.put(new Chunk(due, Arrays.copyOf(buffer, length)));
            }
        } catch (IOException e) {
            // One of both closed the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        chunks.offer(new Chunk(0, new byte[0]));
    }

    private static void write(Socket to, BlockingQueue<Chunk> chunks) {
        try (OutputStream out = to.getOutputStream()) {
            for (Chunk chunk = chunks.take(); chunk.bytes.length > 0; chunk = chunks.take()) {
                TimeUnit.NANOSECONDS.sleep(chunk.due - System.nanoTime());
                out.write(chunk.bytes);
            }
        } catch (IOException e) {
            // One of both closed the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "delaying-proxy");
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
