package dev.restorer.images.registry.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.images.registry.http.Http;
import dev.restorer.images.registry.http.Request;
import dev.restorer.images.registry.http.Retries;
import dev.restorer.images.registry.http.Target;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The system can start no thread for the timer, as where a container has reached its limit of processes. */
@Timeout(60)
class LifetimeWithoutThreadTest {

    private final AtomicBoolean mayStart = new AtomicBoolean();
    private final Lifetime lifetime = new Lifetime(this::thread);

    private Thread thread(Runnable task) {
        if (!mayStart.get()) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    @AfterEach
    void close() {
        lifetime.close();
    }

    @Test
    void anInterruptDoesNotCancelAnOperationWhoseWatchFailed() {
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger watched = new AtomicInteger();
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> lifetime.watchInterrupts(failed::incrementAndGet));
        mayStart.set(true);
        Lifetime.Watch watch = lifetime.watchInterrupts(watched::incrementAndGet);
        Thread.currentThread().interrupt();
        while (watched.get() < 3) { // the one thread runs the checks in turn
            Thread.onSpinWait();
        }
        assertThat(Thread.interrupted()).isTrue();
        watch.close();
        assertThat(failed).hasValue(0);
    }

    @Test
    @SuppressWarnings("NullAway") // no client is called
    void aRequestThatCannotBeWatchedKeepsNoPermit() throws Exception {
        Permits permits = new Permits(1, lifetime);
        Http http = new Http(null, lifetime, permits, Retries.defaults());
        Target target = new Target(URI.create("http://r.example/v2/"), false);
        Deadline deadline = Deadline.in(Duration.ofSeconds(10));
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> http.send(target, Request.stream(Map.of()), deadline));
        permits.acquire(Deadline.in(Duration.ofMillis(10))).close();
    }
}
