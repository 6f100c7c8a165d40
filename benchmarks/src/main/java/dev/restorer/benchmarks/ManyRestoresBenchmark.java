package dev.restorer.benchmarks;

import dev.restorer.LayerRestorer;
import dev.restorer.ShaStores;
import dev.restorer.api.RestoreRequest;
import dev.restorer.benchmarks.data.LayerSet;
import dev.restorer.benchmarks.data.WorkDirectory;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * Sixteen restores in one JVM, one after another or all at once.
 *
 * <pre>bin/benchmark jmh ManyRestoresBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ManyRestoresBenchmark {

    private static final int RESTORES = 16;

    @Param("1000")
    int layers;

    private final LayerRestorer restorer = LayerRestorer.load();
    private final ExecutorService executor = Executors.newFixedThreadPool(RESTORES);
    private final List<Callable<Integer>> restores = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private WorkDirectory work;
    private RestoreRequest read;

    /** Reads the request once. */
    @Setup(Level.Trial)
    public void read() throws IOException {
        work = WorkDirectory.make();
        read = new LayerSet(layers, "0.10").request(work.next());
    }

    /** Each restore writes to a new directory of its own. */
    @Setup(Level.Invocation)
    public void begin() {
        restores.clear();
        directories.clear();
        for (int i = 0; i < RESTORES; i++) {
            Path directory = work.next();
            directories.add(directory);
            RestoreRequest request = LayerSet.requestIn(directory, read);
            restores.add(() -> restore(request));
        }
    }

    private int restore(RestoreRequest request) {
        try (ShaStore store = ShaStores.open("memory:", request.layersDirectory())) {
            return restorer.restoreMetadata(request, store).buildpacks().size();
        }
    }

    /** Removes the files of the restores. */
    @TearDown(Level.Invocation)
    public void end() throws IOException {
        for (Path directory : directories) {
            WorkDirectory.remove(directory);
        }
    }

    /** One after another. */
    @Benchmark
    public int inTurn() throws Exception {
        int buildpacks = 0;
        for (Callable<Integer> each : restores) {
            buildpacks += each.call();
        }
        return buildpacks;
    }

    /** All at once. */
    @Benchmark
    public int atOnce() throws InterruptedException, ExecutionException {
        int buildpacks = 0;
        for (Future<Integer> each : executor.invokeAll(restores)) {
            buildpacks += each.get();
        }
        return buildpacks;
    }

    /** Removes all files. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        executor.shutdown();
        work.close();
    }
}
