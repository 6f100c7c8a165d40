package dev.restorer.core.contents;

import dev.restorer.Cancellation;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reads of the current thread when the restore is cancelled: the thread is interrupted, and its stream closed.
 * Either alone would leave a read that waits for a server, or for a stream that does not react to interrupts.
 */
final class ReadCancellation implements AutoCloseable {

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
        if (!reader.isInterrupted()) { // an earlier interrupt is of someone else, and stays
            interrupted = true;
            reader.interrupt();
        }
        if (stream != null) {
            // Another vendor's close may wait for the read that is to end.
            Thread closing = new Thread(stream::close, "restorer-cancel");
            closing.setDaemon(true);
            closing.start();
        }
    }

    /** Leaves the interrupt status of the thread as it was before. */
    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            closed = true;
            if (interrupted) {
                Thread.interrupted();
            }
        }
    }
}
