package dev.restorer.core.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Undeclared;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SpareThreadsTest {

    private final List<Runnable> started = new ArrayList<>();
    private final SpareThreads spare = SpareThreads.of(started::add);

    @Test
    void withoutASpareThreadNothingIsRun() {
        assertThat(spare.tryRun(() -> {})).isFalse();
        assertThat(started).isEmpty();
    }

    @Test
    void asManyTasksRunAtOnceAsThereAreSpareThreads() {
        spare.add(2);
        assertThat(spare.tryRun(() -> {})).isTrue();
        assertThat(spare.tryRun(() -> {})).isTrue();
        assertThat(spare.tryRun(() -> {})).isFalse();
    }

    @Test
    void aThreadIsSpareAgainAfterItsTask() {
        spare.add(1);
        spare.tryRun(() -> {});
        started.get(0).run();
        assertThat(spare.tryRun(() -> {})).isTrue();
    }

    @Test
    void aTaskIsNotRunIfTheExecutorFailsWithAnError() {
        SpareThreads failing = SpareThreads.of(task -> {
            throw new InternalError("unable to create native thread");
        });
        failing.add(1);
        assertThat(failing.tryRun(() -> {})).isFalse();
    }

    @Test
    void aTaskIsNotRunIfTheExecutorIsInterruptedWhichIsNotLost() {
        SpareThreads threads = SpareThreads.of(work -> {
            throw Undeclared.thrown(new InterruptedException());
        });
        threads.add(1);
        assertThat(threads.tryRun(() -> {})).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aThreadStaysSpareIfTheExecutorRejectsItsTask() {
        List<Runnable> tried = new ArrayList<>();
        SpareThreads rejecting = SpareThreads.of(task -> {
            tried.add(task);
            throw new RejectedExecutionException();
        });
        rejecting.add(1);
        assertThat(rejecting.tryRun(() -> {})).isFalse();
        assertThat(rejecting.tryRun(() -> {})).isFalse();
        assertThat(tried).hasSize(2);
    }

    @Test
    void anExecutorThatMayWaitIsNotCalledByItsOwnTasks() throws Exception {
        SpareThreads ofCaller = SpareThreads.ofCaller(started::add);
        ofCaller.add(2);
        AtomicBoolean ran = new AtomicBoolean(true);
        Thread other = new Thread(() -> ran.set(ofCaller.tryRun(() -> {})));
        other.start();
        other.join();
        assertThat(ran).isFalse();
        assertThat(ofCaller.tryRun(() -> {})).isTrue();
    }
}
