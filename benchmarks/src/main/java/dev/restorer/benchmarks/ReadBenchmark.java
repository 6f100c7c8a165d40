package dev.restorer.benchmarks;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.benchmarks.data.LayerSet;
import dev.restorer.benchmarks.data.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
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
 * Reads the metadata of a whole build from a file: the label as JSON, or an {@code analyzed.toml}.
 *
 * <pre>bin/benchmark jmh ReadBenchmark -p layers=10000 -prof gc</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadBenchmark {

    @Param({"10", "100", "1000", "10000", "100000"})
    int layers;

    private final MetadataReader reader = MetadataReader.load();
    private WorkDirectory work;
    private Path label;
    private Path analyzed;

    /** Writes the files that are read. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        work = WorkDirectory.make();
        LayerSet layerSet = new LayerSet(layers, "0.10");
        label = Files.write(work.next(), layerSet.label());
        analyzed = Files.write(work.next(), layerSet.analyzedToml());
    }

    /** The label. */
    @Benchmark
    public AppMetadata readLabel() {
        return reader.readLabel(label);
    }

    /** The analyzed.toml. */
    @Benchmark
    public AppMetadata readAnalyzed() {
        return reader.readAnalyzed(analyzed);
    }

    /** Removes all files. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        work.close();
    }
}
