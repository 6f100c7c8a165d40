package dev.restorer.core.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.Cancellation;
import dev.restorer.fixtures.Await;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerInterruptsTest {

    private final AtomicBoolean mayStart = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, this::thread);

    private Thread thread(Runnable task) {
        if (!mayStart.get()) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        return SharedThreads.daemon(task, "restorer-test");
    }

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void whereNoThreadCanBeStartedNothingIsCheckedLaterEither() {
        timer.setRemoveOnCancelPolicy(true);
        Cancellation failed = new Cancellation();
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> new CallerInterrupts(failed, timer));
        mayStart.set(true);
        CallerInterrupts later = new CallerInterrupts(new Cancellation(), timer);
        Await.until("a check ran", () -> timer.getCompletedTaskCount() > 0);
        later.close();
        assertThat(timer.getQueue()).isEmpty();
        assertThat(failed.isCancelled()).isFalse();
    }
}
