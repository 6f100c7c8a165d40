package dev.restorer.images.registry;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Lasts until the source is closed. Ends what is under way then, or when its time is over. */
final class Lifetime implements AutoCloseable {

    private static final int IDLE_SECONDS = 1;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer;

    /** Its thread ends by itself when there is nothing to watch. */
    Lifetime() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "restorer-images-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /** What is watched until it is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Calls something when the time is over or the source is closed, unless the watch is closed before. */
    Watch over(Deadline deadline, Runnable ending) {
        Future<?> task = timer.schedule(ending, deadline.leftNanos(), TimeUnit.NANOSECONDS);
        endings.add(ending);
        if (isClosed()) {
            ending.run();
        }
        return () -> {
            task.cancel(false);
            endings.remove(ending);
        };
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    void requireOpen() throws FinalException {
        if (isClosed()) {
            throw closedException();
        }
    }

    static FinalException closedException() {
        return new FinalException("the source of images was closed");
    }

    /** Waits, but not after the source is closed. */
    void sleep(long nanos) throws FinalException {
        try {
            if (closed.await(nanos, TimeUnit.NANOSECONDS)) {
                throw closedException();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    static FinalException interrupted() {
        Thread.currentThread().interrupt();
        return new FinalException("it was interrupted");
    }

    @Override
    public void close() {
        closed.countDown();
        endings.forEach(Runnable::run);
    }
}
