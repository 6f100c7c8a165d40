package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SpareThreadsTest {

    private final List<Runnable> started = new ArrayList<>();
    private final SpareThreads spare = new SpareThreads(started::add);

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
    void aThreadStaysSpareIfTheExecutorRejectsItsTask() {
        List<Runnable> tried = new ArrayList<>();
        SpareThreads rejecting = new SpareThreads(task -> {
            tried.add(task);
            throw new RejectedExecutionException();
        });
        rejecting.add(1);
        assertThat(rejecting.tryRun(() -> {})).isFalse();
        assertThat(rejecting.tryRun(() -> {})).isFalse();
        assertThat(tried).hasSize(2);
    }
}
