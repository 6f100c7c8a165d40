package dev.restorer.benchmarks;

import dev.restorer.benchmarks.data.DiffIds;
import dev.restorer.benchmarks.data.Stores;
import dev.restorer.benchmarks.data.WorkDirectory;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Puts and gets the diff ids of the layers of one buildpack, one by one and in bulk.
 *
 * <pre>bin/benchmark jmh ShaStoreBenchmark -p layers=10000 -p store=redis</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ShaStoreBenchmark {

    private static final String BUILDPACK = "example/buildpack";

    @Param({"100", "1000", "10000"})
    int layers;

    @Param({"memory", "files", "redis"})
    String store = "memory";

    private Map<String, String> diffIds = Map.of();
    private WorkDirectory work;
    private Path directory;
    private Stores stores;
    private ShaStore shaStore;

    /** Opens the store and fills it for the gets. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        diffIds = DiffIds.of(layers);
        work = WorkDirectory.make();
        directory = work.next();
        stores = new Stores(store);
        shaStore = stores.open(directory);
        shaStore.putAll(BUILDPACK, diffIds);
    }

    /** Puts one by one. */
    @Benchmark
    public void put() {
        diffIds.forEach((layer, diffId) -> shaStore.put(BUILDPACK, layer, diffId));
    }

    /** Puts in bulk. */
    @Benchmark
    public void putAll() {
        shaStore.putAll(BUILDPACK, diffIds);
    }

    /** Gets one by one. */
    @Benchmark
    public void get(Blackhole blackhole) {
        diffIds.keySet().forEach(layer -> blackhole.consume(shaStore.get(BUILDPACK, layer)));
    }

    /** Gets in bulk. */
    @Benchmark
    public Map<String, String> getAll() {
        return shaStore.getAll(BUILDPACK, diffIds.keySet());
    }

    /** Closes the store, and removes all files. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        shaStore.close();
        stores.close();
        work.close();
    }
}
