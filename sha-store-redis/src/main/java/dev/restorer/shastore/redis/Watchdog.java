package dev.restorer.shastore.redis;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closes sockets that are in use when their time is over. A timeout of the socket itself would not do: it does not
 * hold for writing, and starts anew with each byte that is read.
 */
final class Watchdog {

    private static final int IDLE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor timer;

    /** Its thread ends by itself when there is nothing to watch. */
    Watchdog() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "restorer-redis-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    Watch over(Socket socket, Deadline deadline) {
        Watch watch = new Watch();
        watch.task = timer.schedule(() -> watch.end(socket), deadline.leftNanos(), TimeUnit.NANOSECONDS);
        return watch;
    }

    /** Closes a socket, whatever it says to that. */
    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was of no more use anyway.
        }
    }

    /** Lasts until it is closed, or the time is over. */
    static final class Watch implements AutoCloseable {

        private final AtomicBoolean watching = new AtomicBoolean(true);
        private boolean left;
        private Future<?> task = new CompletableFuture<>();

        private void end(Socket socket) {
            if (watching.getAndSet(false)) {
                Watchdog.close(socket);
            }
        }

        /** Lets the socket be. Returns false if it was closed before. */
        boolean leave() {
            task.cancel(false);
            left |= watching.getAndSet(false);
            return left;
        }

        @Override
        public void close() {
            leave();
        }
    }
}
