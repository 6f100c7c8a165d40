package dev.restorer.core.contents.stream;

import dev.restorer.Cancellation;
import dev.restorer.vendors.DetachedThread;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reads of the current thread when the restore is cancelled: its stream is closed, and then the thread is
 * interrupted. Either alone would leave a read that waits for a server, or for a stream that does not react to
 * interrupts.
 */
public final class ReadCancellation implements AutoCloseable {

    /** The time that a read has to end once its stream is closed, and between two interrupts. */
    private static final long INTERVAL_MILLIS = 250;

    private final Thread reader = Thread.currentThread();
    private final Cancellation cancellation;
    private final long intervalMillis;
    private final Cancellation.Registration registration;
    private @Nullable CacheStream stream;
    private boolean closed;

    public ReadCancellation(Cancellation cancellation) {
        this(cancellation, INTERVAL_MILLIS);
    }

    ReadCancellation(Cancellation cancellation, long intervalMillis) {
        this.cancellation = cancellation;
        this.intervalMillis = intervalMillis;
        registration = cancellation.onCancel(this::cancel);
    }

    /**
     * Sets the stream that the thread reads from now on.
     *
     * @throws CancellationException if the restore was cancelled before, so that nothing would end a read
     */
    public synchronized void setStream(CacheStream opened) {
        if (cancellation.isCancelled()) {
            throw new CancellationException();
        }
        stream = opened;
    }

    private synchronized void cancel() {
        // The reader itself checks for cancellation when it goes on.
        if (closed || Thread.currentThread() == reader) {
            return;
        }
        if (stream != null) {
            // Another vendor's close may wait for the read that is to end, and needs the same classes.
            start(stream::close, reader.getContextClassLoader());
        }
        start(this::interruptReader, null);
    }

    /** A cache that ignores one interrupt, for example since it tries again, may react to the next. */
    private synchronized void interruptReader() {
        try {
            while (!closed) {
                wait(intervalMillis);
                if (!closed) {
                    reader.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody has this thread to interrupt it
        }
    }

    /** Closes the stream, and does not interrupt the thread in what it does afterwards. */
    public void end() {
        try {
            if (stream != null) {
                stream.close(); // this too may wait
            }
        } finally {
            close();
        }
    }

    /** Starts a thread that has nothing of the one that cancels, which has no part in the restore. */
    private static void start(Runnable task, @Nullable ClassLoader context) {
        Thread thread = DetachedThread.of(task, "restorer-cancel");
        thread.setContextClassLoader(context);
        thread.start();
    }

    /**
     * Does not interrupt the thread any more. If it was interrupted, it stays so: its caller may have interrupted it
     * too, before or meanwhile, and that would be lost.
     */
    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }
}
