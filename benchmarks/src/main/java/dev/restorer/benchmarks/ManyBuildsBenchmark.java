package dev.restorer.benchmarks;

import dev.restorer.benchmarks.data.DiffIds;
import dev.restorer.benchmarks.data.Stores;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Many builds put and get their diff ids on one Redis server at once: the load that one server can take.
 *
 * <pre>bin/benchmark jmh ManyBuildsBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ManyBuildsBenchmark {

    private static final String BUILDPACK = "example/buildpack";

    @Param("1000")
    int layers;

    @Param({"1", "4", "16", "64"})
    int builds;

    private Map<String, String> diffIds = Map.of();
    private final List<ShaStore> opened = new ArrayList<>();
    private final List<Callable<Integer>> work = new ArrayList<>();
    private Stores stores;
    private ExecutorService executor;

    /** Opens a store for each build. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        diffIds = DiffIds.of(layers);
        stores = new Stores("redis");
        executor = Executors.newFixedThreadPool(builds);
        for (int i = 0; i < builds; i++) {
            ShaStore store = stores.open(Path.of("layers"));
            opened.add(store);
            work.add(() -> {
                store.putAll(BUILDPACK, diffIds);
                return store.getAll(BUILDPACK, diffIds.keySet()).size();
            });
        }
    }

    /** All builds put and get. */
    @Benchmark
    public int redisBuilds() throws InterruptedException, ExecutionException {
        int got = 0;
        for (Future<Integer> each : executor.invokeAll(work)) {
            got += each.get();
        }
        return got;
    }

    /** Closes the stores and the server. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        opened.forEach(ShaStore::close);
        executor.shutdown();
        stores.close();
    }
}
