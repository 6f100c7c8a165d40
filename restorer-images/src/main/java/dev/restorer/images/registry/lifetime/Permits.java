package dev.restorer.images.registry.lifetime;

import dev.restorer.images.registry.failure.NonRetryableException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Limits how many threads do something at once, such as using a connection. They get permits in their order. */
public final class Permits {

    private final Semaphore semaphore;
    private final Lifetime lifetime;

    public Permits(int count, Lifetime lifetime) {
        this.semaphore = new Semaphore(count, true);
        this.lifetime = lifetime;
        lifetime.onClose(semaphore::release);
    }

    /** Waits for a permit, until the source is closed at the latest. */
    public Permit acquire(Deadline deadline) throws NonRetryableException {
        try {
            if (!semaphore.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                lifetime.requireOpen();
                throw deadline.timedOut();
            }
        } catch (InterruptedException e) {
            throw Lifetime.interrupted();
        }
        if (lifetime.isClosed()) {
            semaphore.release(); // the next thread that waits wakes up too
            throw Lifetime.closedException();
        }
        return new Permit(semaphore);
    }

    /** A permit. Closing it more than once has no effect. */
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
