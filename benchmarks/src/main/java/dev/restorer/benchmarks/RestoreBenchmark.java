package dev.restorer.benchmarks;

import dev.restorer.LayerRestorer;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.benchmarks.data.LayerSet;
import dev.restorer.benchmarks.data.Stores;
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
 * Restores the metadata of a whole build into a new layers directory: planning, writing files, putting diff ids.
 *
 * <pre>bin/benchmark jmh RestoreBenchmark -p layers=10000 -p store=memory -prof gc</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RestoreBenchmark {

    @Param({"10", "100", "1000", "10000", "100000"})
    int layers;

    @Param({"memory", "files", "redis"})
    String store = "memory";

    @Param({"0.10", "0.5"})
    String buildpackApi = "0.10";

    private final LayerRestorer restorer = LayerRestorer.load();
    private WorkDirectory work;
    private Stores stores;
    private RestoreRequest read;
    private RestoreRequest request;
    private ShaStore shaStore;

    /** Reads the request once. */
    @Setup(Level.Trial)
    public void read() throws IOException {
        work = WorkDirectory.make();
        stores = new Stores(store);
        read = new LayerSet(layers, buildpackApi).request(work.next());
    }

    /** Each restore writes to a new directory, with an empty store. */
    @Setup(Level.Invocation)
    public void begin() {
        Path directory = work.next();
        request = LayerSet.requestIn(directory, read);
        shaStore = stores.open(directory);
    }

    /** The measured restore. */
    @Benchmark
    public RestoreReport restore() {
        return restorer.restoreMetadata(request, shaStore);
    }

    /** Removes the files of the restore. */
    @TearDown(Level.Invocation)
    public void end() throws IOException {
        shaStore.close();
        WorkDirectory.remove(request.layersDirectory());
    }

    /** Removes all files. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        stores.close();
        work.close();
    }
}
