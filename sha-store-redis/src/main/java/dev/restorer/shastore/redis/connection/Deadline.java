package dev.restorer.shastore.redis.connection;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * The time at which an operation must be complete.
 *
 * @param nanoTime the time, as a value of {@link System#nanoTime()}
 * @param timeout the timeout from which it was calculated
 * @param option the option of the URI that sets the timeout
 */
public record Deadline(long nanoTime, Duration timeout, String option) {

    public static Deadline in(Duration timeout, String option) {
        return new Deadline(System.nanoTime() + timeout.toNanos(), timeout, option);
    }

    /** Returns this deadline, or one after the timeout of another option if that is earlier. */
    Deadline atMost(Duration otherTimeout, String otherOption) {
        return remainingNanos() <= otherTimeout.toNanos() ? this : in(otherTimeout, otherOption);
    }

    /** Returns a deadline after an equal part of the remaining time, for the first of several attempts. */
    Deadline divided(int attempts) {
        return new Deadline(System.nanoTime() + remainingNanos() / attempts, timeout, option);
    }

    public long remainingNanos() {
        return Math.max(0, nanoTime - System.nanoTime());
    }

    public boolean hasPassed() {
        return remainingNanos() == 0;
    }

    /**
     * Closes a socket when the deadline passes, unless the returned future has been completed by then. The timeout of
     * the socket itself is not enough: it does not apply to writes, and begins again with each byte that is read.
     */
    CompletableFuture<Boolean> closeWhenPassed(Socket socket) {
        CompletableFuture<Boolean> inTime = new CompletableFuture<>();
        Future<?> passing;
        try {
            passing = DeadlineThread.after(remainingNanos(), () -> {
                if (inTime.complete(false)) {
                    close(socket);
                }
            });
        } catch (OutOfMemoryError e) {
            inTime.complete(true); // the system has no thread for it now, but the next deadline may start one
            throw e;
        }
        CompletableFuture<Void> unused = inTime.thenRun(() -> passing.cancel(false));
        return inTime;
    }

    /** Closes a socket, and ignores errors. */
    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The socket is not used any more.
        }
    }
}
