package dev.restorer.images.layout;

import dev.restorer.vendors.DetachedThread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens a file in a thread of its own, and waits for a limited time. Opening a pipe waits for a writer, which no
 * interrupt ends, and a pipe may replace a regular file after it was checked.
 */
final class TimedOpen {

    private TimedOpen() {}

    /** Opens a stream. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be opened, or not in that time, or this thread is interrupted
     */
    static InputStream open(Path file, Duration timeout, Opening opening) throws IOException {
        CompletableFuture<InputStream> opened = new CompletableFuture<>();
        DetachedThread.of(() -> complete(opened, opening), "restorer-open").start();
        try {
            return opened.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(file + " cannot be opened: " + e.getCause(), e);
        } catch (TimeoutException e) {
            giveUp(opened);
            throw new IOException(
                    file + " is not opened within " + timeout.toSeconds() + " s, as a pipe without a writer", e);
        } catch (InterruptedException e) {
            giveUp(opened);
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException(); // as a read of the file does
        }
    }

    /** Lets the thread close the stream, or closes it if it was opened just now. */
    private static void giveUp(CompletableFuture<InputStream> opened) throws IOException {
        if (!opened.cancel(false) && !opened.isCompletedExceptionally()) {
            opened.join().close();
        }
    }

    /** Completes the result, or closes a stream for which nobody waits any more. */
    private static void complete(CompletableFuture<InputStream> opened, Opening opening) {
        try {
            InputStream stream = opening.open();
            if (!opened.complete(stream)) {
                stream.close();
            }
        } catch (IOException | RuntimeException | Error e) {
            opened.completeExceptionally(e);
        }
    }
}
