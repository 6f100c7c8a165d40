package dev.restorer.images.registry.lifetime;

import dev.restorer.images.registry.failure.NonRetryableException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Limits the number of connections in use. */
public final class Permits {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Semaphore semaphore;
    private final Lifetime lifetime;

    public Permits(int count, Lifetime lifetime) {
        this.semaphore = new Semaphore(count, true);
        this.lifetime = lifetime;
    }

    /** Waits for a permit. */
    public Permit acquire(Deadline deadline) throws NonRetryableException {
        try {
            while (!semaphore.tryAcquire(Math.min(POLL_NANOS, deadline.remainingNanos()), TimeUnit.NANOSECONDS)) {
                lifetime.requireOpen();
                if (deadline.hasPassed()) {
                    throw deadline.timedOut();
                }
            }
        } catch (InterruptedException e) {
            throw Lifetime.interrupted();
        }
        return new Permit(semaphore);
    }

    /** A permit to use a connection. Closing it more than once has no effect. */
    public static final class Permit implements AutoCloseable {

        private final Semaphore semaphore;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Permit(Semaphore semaphore) {
            this.semaphore = semaphore;
        }

        @Override
        public void close() {
            if (held.getAndSet(false)) {
                semaphore.release();
            }
        }
    }
}
