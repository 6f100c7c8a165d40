package dev.restorer.images.registry.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.images.registry.failure.NonRetryableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PermitsTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration ENOUGH = Duration.ofSeconds(10);

    private final Lifetime lifetime = new Lifetime();
    private final Permits permits = new Permits(1, lifetime);
    private final List<Thread> waiting = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        lifetime.close();
        for (Thread thread : waiting) {
            thread.join();
        }
    }

    private Permits.Permit acquire() throws NonRetryableException {
        return permits.acquire(Deadline.in(LONG));
    }

    /** Starts a thread that waits for a permit, and returns when it does. The message of a failure is the result. */
    private CompletableFuture<String> startWaiting() {
        CompletableFuture<String> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                acquire().close();
                result.complete("acquired");
            } catch (NonRetryableException e) {
                result.complete(e.getMessage());
            }
        });
        waiting.add(thread);
        thread.start();
        while (!result.isDone() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return result;
    }

    @Test
    void closingEndsAllThatWait() throws Exception {
        Permits.Permit unused = acquire();
        List<CompletableFuture<String>> results = List.of(startWaiting(), startWaiting(), startWaiting());
        lifetime.close();
        assertThat(results)
                .allSatisfy(
                        result -> assertThat(result).succeedsWithin(ENOUGH).isEqualTo("the image source was closed"));
    }

    @Test
    void aPermitIsNotGivenAfterTheClose() {
        lifetime.close();
        assertThatExceptionOfType(NonRetryableException.class)
                .isThrownBy(this::acquire)
                .withMessage("the image source was closed");
    }

    @Test
    void aPermitThatIsClosedIsForTheNext() throws Exception {
        Permits.Permit first = acquire();
        CompletableFuture<String> next = startWaiting();
        assertThat(next).isNotDone();
        first.close();
        assertThat(next).succeedsWithin(ENOUGH).isEqualTo("acquired");
    }

    @Test
    void aPermitThatIsClosedTwiceIsOnlyOne() throws Exception {
        Permits.Permit first = acquire();
        first.close();
        first.close();
        Permits.Permit unused = acquire();
        assertThat(startWaiting()).isNotDone();
    }

    @Test
    void aWaitEndsAtTheDeadline() throws Exception {
        Permits.Permit unused = acquire();
        assertThatExceptionOfType(NonRetryableException.class)
                .isThrownBy(() -> permits.acquire(Deadline.in(Duration.ofMillis(1))))
                .withMessageContaining("did not complete within the timeout of 1 ms");
    }

    @Test
    void anInterruptEndsAWait() throws Exception {
        Permits.Permit unused = acquire();
        CompletableFuture<String> result = startWaiting();
        waiting.get(0).interrupt();
        assertThat(result).succeedsWithin(ENOUGH).isEqualTo("it was interrupted");
    }
}
