package dev.restorer.core.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, InternalError.class, RejectedExecutionException.class})
    void eachTaskRunsOnceThoughTheExecutorFailsAfterItHasStartedAThread(Class<? extends Throwable> failure)
            throws Exception {
        Throwable thrown = failure.getConstructor(String.class).newInstance("unable to create native thread");
        AtomicInteger calls = new AtomicInteger();
        Executor oneThread = task -> {
            if (calls.getAndIncrement() > 0) {
                sneak(thrown);
            }
            new Thread(task).start();
        };
        CountDownLatch both = new CountDownLatch(2);
        List<Supplier<Integer>> tasks = new ArrayList<>();
        AtomicInteger runs = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            int number = i;
            tasks.add(() -> {
                both.countDown();
                await(both); // the first two tasks run in both threads
                runs.getAndIncrement();
                return number;
            });
        }
        assertThat(new ParallelTasks<>(tasks).run(4, oneThread, freed -> {}, () -> {}))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(runs).hasValue(8);
        assertThat(calls).hasValue(2);
    }

    /** As a cache in another language than Java may. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aCheckedExceptionOfATaskInAnotherThreadIsThrownByTheCaller() {
        Thread caller = Thread.currentThread();
        CountDownLatch both = new CountDownLatch(2);
        IOException failure = new IOException("it is sneaky");
        Supplier<String> task = () -> {
            both.countDown();
            await(both);
            if (Thread.currentThread() != caller) {
                sneak(failure);
            }
            return "done";
        };
        ParallelTasks<String> tasks = new ParallelTasks<>(List.of(task, task));
        assertThatThrownBy(() -> tasks.run(2, run -> new Thread(run).start(), freed -> {}, () -> {}))
                .hasCause(failure);
    }

    @Test
    void aCancellationExceptionOfATaskIsThrownThoughOthersWereNotStarted() {
        CancellationException failure = new CancellationException("of the task itself");
        ParallelTasks<String> tasks = new ParallelTasks<>(List.of(
                () -> "done",
                () -> {
                    throw failure;
                },
                () -> "not started"));
        assertThatThrownBy(() -> tasks.run(1, run -> {}, freed -> {}, () -> {})).isSameAs(failure);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WeakReference<Object> run(List<Runnable> queue) {
        Object held = new Object();
        Supplier<String> task = held::toString;
        assertThat(new ParallelTasks<>(List.of(task, task)).run(2, queue::add, freed -> {}, () -> {}))
                .hasSize(2);
        return new WeakReference<>(held);
    }
}
