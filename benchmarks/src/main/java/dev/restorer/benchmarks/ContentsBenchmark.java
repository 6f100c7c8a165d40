package dev.restorer.benchmarks;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.benchmarks.data.ContentsSet;
import dev.restorer.benchmarks.data.RawFiles;
import dev.restorer.benchmarks.data.WorkDirectory;
import dev.restorer.spi.LayerCache;
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
 * Restores the contents of four layers from a cache volume. The floor writes the same files with plain channels on one
 * thread, from memory, without verification.
 *
 * <pre>bin/benchmark jmh ContentsBenchmark -p files=3001 -p fileBytes=37486 -jvmArgs -Xmx3g</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ContentsBenchmark {

    private static final int LAYERS = 4;

    @Param("500")
    int files;

    @Param("20000")
    int fileBytes;

    private final LayerRestorer restorer = LayerRestorer.load();
    private WorkDirectory work;
    private LayerCache cache;
    private ContentsOptions options;
    private RawFiles raw;
    private Path directory;
    private ShaStore shaStore;

    /** Writes the volume, and restores it once to determine the files. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        work = WorkDirectory.make();
        Path volume = work.next();
        new ContentsSet(LAYERS, files, fileBytes).write(volume);
        cache = MetadataReader.load().volumeCache(volume);
        options = ContentsOptions.from(cache).build();
        begin();
        contents();
        raw = new RawFiles(directory);
        end();
    }

    /** Each restore writes to a new directory, with an empty store. */
    @Setup(Level.Invocation)
    public void begin() {
        directory = work.next();
        shaStore = ShaStores.open("memory:", directory);
    }

    /** The measured restore. */
    @Benchmark
    public RestoreReport contents() {
        RestoreRequest request = ContentsSet.request(directory, cache);
        return restorer.restore(request, shaStore, options);
    }

    /** The floor. */
    @Benchmark
    public int rawContents() throws IOException {
        return raw.write(directory);
    }

    /** Removes the files of the restore. */
    @TearDown(Level.Invocation)
    public void end() throws IOException {
        shaStore.close();
        WorkDirectory.remove(directory);
    }

    /** Removes all files. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        work.close();
    }
}
