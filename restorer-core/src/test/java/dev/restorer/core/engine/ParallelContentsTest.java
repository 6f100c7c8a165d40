package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.ContentsOptions;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestoreReport;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.Undeclared;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParallelContentsTest {

    /** As the documentation of {@link ContentsOptions#executor()} says. */
    private static final int MAX_SHARED_THREADS =
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private static final int LAYERS = 24;

    @TempDir
    Path directory;

    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("b", "0.10").buildpack("a", "0.10");
        IntStream.range(0, LAYERS).forEach(i -> {
            build.layer(i % 2 == 0 ? "a" : "b", "layer-" + (i + 10), "content");
        });
    }

    private void assertAllRestored(ContentsOptions.Builder options) {
        assertThat(Build.restored(build.restore(options))).hasSize(LAYERS);
        build.assertNothingIncomplete("content");
    }

    @Test
    void theReportAndTheLogAreInOrderForAnyParallelism() {
        List<String> inOrder = new ArrayList<>();
        for (String buildpack : List.of("b", "a")) {
            for (int i = buildpack.equals("a") ? 10 : 11; i < LAYERS + 10; i += 2) {
                inOrder.add("INFO Restoring data for \"" + buildpack + ":layer-" + i + "\" from cache");
            }
        }
        build.restoreMetadata();
        try (CapturedLog log = new CapturedLog()) {
            RestoreReport report = build.restoreContents(build.options().parallelism(8));
            assertThat(log.lines()).isEqualTo(inOrder);
            assertThat(report.contents())
                    .extracting(outcome ->
                            "INFO Restoring data for " + outcome.decision().id() + " from cache")
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void warningsAreInOrderAndFollowTheRestoredLayers() {
        build.knownLayer("b", "layer-00", "bad").knownLayer("a", "layer-99", "bad");
        build.restoreMetadata();
        try (CapturedLog log = new CapturedLog()) {
            build.restoreContents(build.options().parallelism(8));
            List<String> lines = log.lines();
            assertThat(lines).hasSize(LAYERS + 4);
            assertThat(lines.get(LAYERS + 2)).startsWith("WARN Removing \"b:layer-00\"");
            assertThat(lines.get(LAYERS + 3)).startsWith("WARN Removing \"a:layer-99\"");
        }
    }

    @Test
    void anExecutorThatNeverRunsATaskDoesNotBlock() {
        assertAllRestored(build.options().parallelism(4).executor(work -> {}));
    }

    @Test
    void anExecutorThatRejectsTasksDoesNotBlock() {
        assertAllRestored(build.options().parallelism(4).executor(work -> {
            throw new RejectedExecutionException("full");
        }));
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new OutOfMemoryError("unable to create native thread"),
                new IOException("an exception that an executor in another language may throw"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anExecutorThatFailsAfterTheFirstLeavesNothingRunning(Throwable failure) throws InterruptedException {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        AtomicInteger given = new AtomicInteger();
        Executor failing = work -> {
            if (given.getAndIncrement() > 0) {
                throw Undeclared.thrown(failure);
            }
            threads.execute(work);
        };
        assertAllRestored(build.options().parallelism(4).executor(failing));
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anInterruptOfTheCallerInTheExecutorIsNotLost() {
        Executor waiting = work -> {
            throw Undeclared.thrown(new InterruptedException("while it waited for a thread"));
        };
        assertThatThrownBy(() -> build.restore(build.options().parallelism(4).executor(waiting)))
                .isInstanceOf(RestoreCancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The threads are virtual where the JDK has these. */
    @Test
    void anExecutorWithAThreadForEachTaskWorks() throws Exception {
        ExecutorService threads = Runtime.version().feature() < 21
                ? Executors.newCachedThreadPool()
                : (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
        try {
            assertAllRestored(build.options().parallelism(8).executor(threads));
        } finally {
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anExecutorThatIsTheCallingThreadWorks() {
        assertAllRestored(build.options().parallelism(4).executor(Runnable::run));
    }

    @Test
    void anExecutorThatRunsTasksTooLateHasNothingToDo() {
        List<Runnable> late = new ArrayList<>();
        assertAllRestored(build.options().parallelism(4).executor(late::add));
        List<String> tree = build.tree();
        late.forEach(Runnable::run);
        assertThat(late).hasSize(3);
        assertThat(build.tree()).isEqualTo(tree);
    }

    @Test
    void aRestoreOnTheOnlyThreadOfTheExecutorThatItUsesEnds() throws Exception {
        ExecutorService only = Executors.newSingleThreadExecutor();
        try {
            Future<RestoreReport> restore = only.submit(
                    () -> build.restore(build.options().parallelism(4).executor(only)));
            assertThat(Build.restored(restore.get(60, TimeUnit.SECONDS))).hasSize(LAYERS);
        } finally {
            only.shutdown();
        }
    }

    @Test
    void asManyLayersAsAllowedAreRestoredAtOnce() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CyclicBarrier three = new CyclicBarrier(3);
        build = new Build(directory).buildpack("a", "0.10");
        for (int i = 0; i < LAYERS; i++) {
            byte[] tar = Build.tar("a", "layer-" + i, "content").bytes();
            String diffId = build.cache.add(tar);
            build.knownLayer("a", "layer-" + i, diffId);
            build.cache.put(diffId, () -> {
                threads.add(Thread.currentThread());
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                await(three);
                return new LayerContents(
                        new ByteArrayInputStream(tar) {
                            @Override
                            public void close() {
                                running.decrementAndGet();
                            }
                        },
                        tar.length);
            });
        }
        ExecutorService many = Executors.newCachedThreadPool();
        try {
            assertAllRestored(build.options().parallelism(3).executor(many));
        } finally {
            many.shutdown();
        }
        assertThat(most.get()).isEqualTo(3);
        assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withParallelismOneOnlyTheCallingThreadRestores() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        assertAllRestored(
                build.options().parallelism(1).listener((layer, bytes, size) -> threads.add(Thread.currentThread())));
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void theThreadsEndWhenTheyAreIdle() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch several = new CountDownLatch(2);
        assertAllRestored(build.options().parallelism(2).listener((layer, bytes, size) -> {
            if (threads.add(Thread.currentThread())) {
                several.countDown();
                awaitQuietly(several);
            }
        }));
        assertThat(threads).hasSize(2).contains(Thread.currentThread());
        threads.remove(Thread.currentThread());
        for (Thread thread : threads) {
            assertThat(thread.isDaemon()).isTrue();
            thread.join(30_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void manyRestoresAtOnceShareFewThreads() throws Exception {
        int restores = 4 * MAX_SHARED_THREADS;
        Set<Thread> shared = ConcurrentHashMap.newKeySet();
        Set<Thread> callers = ConcurrentHashMap.newKeySet();
        ExecutorService calling = Executors.newFixedThreadPool(restores, task -> {
            Thread thread = new Thread(task);
            callers.add(thread);
            return thread;
        });
        try {
            List<Future<RestoreReport>> running = new ArrayList<>();
            for (int i = 0; i < restores; i++) {
                Build one = new Build(directory.resolve("" + i)).buildpack("a", "0.10");
                IntStream.range(0, 10).forEach(layer -> one.layer("a", "layer-" + layer, "content"));
                running.add(calling.submit(() -> one.restore(one.options()
                        .parallelism(8)
                        .listener((layer, bytes, size) -> shared.add(Thread.currentThread())))));
            }
            for (Future<RestoreReport> restore : running) {
                assertThat(Build.restored(restore.get(60, TimeUnit.SECONDS))).hasSize(10);
            }
        } finally {
            calling.shutdown();
        }
        shared.removeAll(callers);
        assertThat(shared).hasSizeLessThanOrEqualTo(MAX_SHARED_THREADS);
    }

    @Test
    void theThreadsHaveTheContextClassLoaderOfTheCaller() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader own = new ClassLoader(before) {};
        Set<ClassLoader> seen = ConcurrentHashMap.newKeySet();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch several = new CountDownLatch(2);
        Thread.currentThread().setContextClassLoader(own);
        try {
            assertAllRestored(build.options().parallelism(2).listener((layer, bytes, size) -> {
                seen.add(Thread.currentThread().getContextClassLoader());
                if (threads.add(Thread.currentThread())) {
                    several.countDown();
                    awaitQuietly(several);
                }
            }));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        assertThat(threads).hasSize(2);
        assertThat(seen).containsExactly(own);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anErrorOfOneLayerEndsTheRestoreOnceNoOtherIsRunning() {
        AssertionError error = new AssertionError("a virtual machine that is broken");
        AtomicInteger running = new AtomicInteger();
        assertThatThrownBy(() -> build.restore(build.options().parallelism(4).listener((layer, bytes, size) -> {
                    running.incrementAndGet();
                    try {
                        if (layer.layer().equals("layer-20")) {
                            throw error;
                        }
                    } finally {
                        running.decrementAndGet();
                    }
                })))
                .isSameAs(error);
        assertThat(running.get()).isZero();
        build.assertNothingIncomplete("content");
    }

    @Test
    void concurrentRestoresAreIndependent() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<RestoreReport>> restores = new ArrayList<>();
            List<Build> builds = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Build one = new Build(directory.resolve("" + i)).buildpack("a", "0.10");
                String content = "of build " + i;
                IntStream.range(0, 10).forEach(layer -> one.layer("a", "layer-" + layer, content));
                builds.add(one);
                restores.add(threads.submit(
                        () -> one.restore(one.options().parallelism(4).executor(threads))));
            }
            for (int i = 0; i < 16; i++) {
                assertThat(Build.restored(restores.get(i).get(60, TimeUnit.SECONDS)))
                        .hasSize(10);
                builds.get(i).assertNothingIncomplete("of build " + i);
            }
        } finally {
            threads.shutdown();
        }
    }
}
