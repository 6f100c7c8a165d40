package dev.restorer.images.registry.lifetime;

import dev.restorer.images.registry.failure.NonRetryableException;
import dev.restorer.vendors.DetachedThread;
import dev.restorer.vendors.InterruptChecks;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The lifetime of a source. Cancels operations when the source is closed, or when their deadline passes. */
public final class Lifetime implements AutoCloseable {

    private static final int IDLE_SECONDS = 1;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Runnable> cancellations = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer;

    /** Creates a lifetime. Its thread ends when there are no operations. */
    public Lifetime() {
        this(task -> DetachedThread.of(task, "restorer-images-watchdog"));
    }

    Lifetime(ThreadFactory threads) {
        timer = new ScheduledThreadPoolExecutor(1, threads);
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /** The registration of an operation, which is closed when the operation is complete. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Cancels an operation when the deadline passes or the source is closed, unless the watch is closed before. */
    public Watch watch(Deadline deadline, Runnable cancellation) {
        Future<?> task = timer.schedule(cancellation, deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        onClose(cancellation);
        return () -> {
            task.cancel(false);
            cancellations.remove(cancellation);
        };
    }

    /** Cancels an operation when the current thread is interrupted, since that ends no wait for a socket. */
    public Watch watchInterrupts(Runnable cancellation) {
        Future<?> checks = InterruptChecks.begin(timer, cancellation);
        return () -> checks.cancel(false);
    }

    /** Runs an action when the source is closed, or now if it was closed. It may run twice. */
    void onClose(Runnable action) {
        cancellations.add(action);
        if (isClosed()) {
            action.run();
        }
    }

    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    public void requireOpen() throws NonRetryableException {
        if (isClosed()) {
            throw closedException();
        }
    }

    public static NonRetryableException closedException() {
        return new NonRetryableException("the image source was closed");
    }

    /** Waits, until the source is closed at the latest. */
    public void sleep(long nanos) throws NonRetryableException {
        try {
            if (closed.await(nanos, TimeUnit.NANOSECONDS)) {
                throw closedException();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    public static NonRetryableException interrupted() {
        Thread.currentThread().interrupt();
        return new NonRetryableException("it was interrupted");
    }

    @Override
    public void close() {
        closed.countDown();
        cancellations.forEach(Runnable::run);
    }
}
