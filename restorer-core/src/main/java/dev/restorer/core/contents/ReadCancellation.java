package dev.restorer.core.contents;

import dev.restorer.Cancellation;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reads of the current thread when the restore is cancelled: the thread is interrupted, and its stream closed.
 * Either alone would leave a read that waits for a server, or for a stream that does not react to interrupts.
 */
final class ReadCancellation implements AutoCloseable {

    /** The time between two interrupts. */
    private static final long INTERVAL_MILLIS = 100;

    private final Thread reader = Thread.currentThread();
    private final Cancellation cancellation;
    private final Cancellation.Registration registration;
    private @Nullable CacheStream stream;
    private boolean interrupted;
    private boolean closed;

    ReadCancellation(Cancellation cancellation) {
        this.cancellation = cancellation;
        registration = cancellation.onCancel(this::cancel);
    }

    /**
     * Sets the stream that the thread reads from now on.
     *
     * @throws CancellationException if the restore was cancelled before, so that nothing would end a read
     */
    synchronized void closes(CacheStream opened) {
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
        interrupt();
        if (stream != null) {
            start(stream::close); // another vendor's close may wait for the read that is to end
        }
        start(this::interruptAgain);
    }

    private void interrupt() {
        if (!reader.isInterrupted()) { // an earlier interrupt is of someone else, and stays
            interrupted = true;
            reader.interrupt();
        }
    }

    /** A cache that ignores one interrupt, for example since it tries again, may react to the next. */
    private synchronized void interruptAgain() {
        try {
            while (!closed) {
                wait(INTERVAL_MILLIS);
                if (!closed) {
                    interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody has this thread to interrupt it
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "restorer-cancel");
        thread.setDaemon(true);
        thread.start();
    }

    /** Leaves the interrupt status of the thread as it was before. */
    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            closed = true;
            notifyAll();
            if (interrupted) {
                Thread.interrupted();
            }
        }
    }
}
