package dev.restorer.benchmarks;

import dev.restorer.LayerRestorer;
import dev.restorer.ShaStores;
import dev.restorer.api.RestoreRequest;
import dev.restorer.benchmarks.data.LayerSet;
import dev.restorer.benchmarks.data.RawFiles;
import dev.restorer.benchmarks.data.WorkDirectory;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Path;
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
 * The floor: writes the bytes of a restore to as many files with plain channels on one thread.
 *
 * <pre>bin/benchmark jmh RawWriteBenchmark -p layers=10000</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RawWriteBenchmark {

    @Param({"10", "100", "1000", "10000", "100000"})
    int layers;

    private WorkDirectory work;
    private RawFiles files;
    private Path directory;

    /** Restores once, to determine the files. */
    @Setup(Level.Trial)
    public void restore() throws IOException {
        work = WorkDirectory.make();
        Path restored = work.next();
        RestoreRequest request = new LayerSet(layers, "0.10").request(restored);
        try (ShaStore store = ShaStores.open("memory:", restored)) {
            LayerRestorer.load().restoreMetadata(request, store);
        }
        files = new RawFiles(restored);
        WorkDirectory.remove(restored);
    }

    /** Each run writes to a new directory. */
    @Setup(Level.Invocation)
    public void begin() {
        directory = work.next();
    }

    /** The measured writes. */
    @Benchmark
    public int rawWrite() throws IOException {
        return files.write(directory);
    }

    /** Removes the files of the run. */
    @TearDown(Level.Invocation)
    public void end() throws IOException {
        WorkDirectory.remove(directory);
    }

    /** Removes all files. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        work.close();
    }
}
