package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ParallelTasksTest {

    @Test
    void whatABusyExecutorStillHasInItsQueueKeepsNoTaskInMemory() {
        List<Runnable> queue = new ArrayList<>();
        WeakReference<Object> held = run(queue);
        for (int i = 0; i < 100 && held.get() != null; i++) {
            System.gc();
        }
        assertThat(queue).hasSize(1);
        assertThat(held.get()).isNull();
    }

    private static WeakReference<Object> run(List<Runnable> queue) {
        Object held = new Object();
        Supplier<String> task = held::toString;
        assertThat(new ParallelTasks<>(List.of(task, task)).run(2, queue::add, freed -> {}, () -> {}))
                .hasSize(2);
        return new WeakReference<>(held);
    }
}
