package dev.restorer.images.registry;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many connections may be in use at once. */
final class Permits {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Semaphore semaphore;
    private final Lifetime lifetime;

    Permits(int count, Lifetime lifetime) {
        this.semaphore = new Semaphore(count, true);
        this.lifetime = lifetime;
    }

    /** Waits for a permit. */
    Permit take(Deadline deadline) throws FinalException {
        try {
            while (!semaphore.tryAcquire(Math.min(LOOK_NANOS, deadline.leftNanos()), TimeUnit.NANOSECONDS)) {
                lifetime.requireOpen();
                if (deadline.isOver()) {
                    throw deadline.passed();
                }
            }
        } catch (InterruptedException e) {
            throw Lifetime.interrupted();
        }
        return new Permit(semaphore);
    }

    /** Is given back once, however often that is asked for. */
    static final class Permit implements AutoCloseable {

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
