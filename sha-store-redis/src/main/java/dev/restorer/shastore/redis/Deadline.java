package dev.restorer.shastore.redis;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * When something has to be done.
 *
 * @param end the time by {@link System#nanoTime()}
 * @param given how much time there was
 * @param parameter the parameter of the URI that gave it
 */
record Deadline(long end, Duration given, String parameter) {

    static Deadline in(Duration given, String parameter) {
        return new Deadline(System.nanoTime() + given.toNanos(), given, parameter);
    }

    /** Returns this one, or one that is nearer. */
    Deadline atMost(Duration max, String ofParameter) {
        return leftNanos() <= max.toNanos() ? this : in(max, ofParameter);
    }

    /** Returns one that leaves as much time to each of the others as it has itself. */
    Deadline share(int of) {
        return new Deadline(System.nanoTime() + leftNanos() / of, given, parameter);
    }

    long leftNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    boolean isOver() {
        return leftNanos() == 0;
    }

    /**
     * Closes a socket when the time is over, unless what is returned has been completed by then. A time-out of the
     * socket itself would not do: it does not hold for writing, and starts anew with each byte that is read.
     */
    CompletableFuture<Boolean> watch(Socket socket) {
        CompletableFuture<Boolean> inTime =
                new CompletableFuture<Boolean>().completeOnTimeout(false, leftNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<Void> unused = inTime.thenAccept(left -> {
            if (!left) {
                close(socket);
            }
        });
        return inTime;
    }

    /** Closes a socket, whatever it says to that. */
    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was of no more use anyway.
        }
    }
}
