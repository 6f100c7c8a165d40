package com.example.embedder;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The body of a response as a stream. A read that waits ends when the stream is closed or the thread is interrupted,
 * and the thread stays interrupted. That of {@link HttpResponse.BodyHandlers#ofInputStream} loses interrupts before
 * Java 20, and with it a restore would go on whose thread was interrupted.
 */
final class BodyStream extends InputStream implements HttpResponse.BodySubscriber<InputStream> {

    /** What wakes up the reader when nothing more follows. */
    private static final List<ByteBuffer> END = List.of();

    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final BlockingQueue<List<ByteBuffer>> received = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> next = new ArrayDeque<>();
    private volatile boolean closed;
    private volatile Throwable failure; // null if there is none
    private boolean ended;

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription.complete(subscribed);
        subscribed.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received.add(buffers);
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
        received.add(END);
    }

    @Override
    public void onComplete() {
        received.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (next.isEmpty() && !ended) {
            receive();
        }
        if (closed) {
            throw new IOException("the stream was closed");
        }
        ByteBuffer buffer = next.peek();
        if (buffer == null) {
            if (failure != null) {
                throw new IOException("the body ended before its end: " + failure, failure);
            }
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, offset, count);
        if (!buffer.hasRemaining()) {
            next.remove();
        }
        return count;
    }

    /** Waits for the next part of the body, and asks for the one after it. */
    private void receive() throws IOException {
        List<ByteBuffer> buffers;
        try {
            buffers = received.take();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt(); // this cancels the restore
            throw new InterruptedIOException("the read was interrupted");
        }
        if (buffers == END) {
            ended = true;
        } else {
            buffers.stream().filter(ByteBuffer::hasRemaining).forEach(next::add);
            subscription.thenAccept(subscribed -> subscribed.request(1));
        }
    }

    /** May be called by another thread while a read waits. */
    @Override
    public void close() {
        closed = true;
        subscription.thenAccept(Flow.Subscription::cancel);
        received.add(END);
    }
}
