package dev.restorer.benchmarks;

import dev.restorer.benchmarks.data.LayerSet;
import dev.restorer.benchmarks.data.Programs;
import dev.restorer.benchmarks.data.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * Runs the command as a process, and for comparison a JVM that prints hello.
 *
 * <pre>bin/benchmark jmh WholeProcessBenchmark -p layers=20</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
public class WholeProcessBenchmark {

    @Param({"20", "100000"})
    int layers;

    private WorkDirectory work;
    private Path group;
    private Path label;
    private Path analyzed;
    private Path cacheMetadata;
    private Path directory;

    /** Writes the files that are read. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        work = WorkDirectory.make();
        LayerSet layerSet = new LayerSet(layers, "0.10");
        group = Files.writeString(work.next(), toml(layerSet));
        label = Files.write(work.next(), layerSet.label());
        analyzed = Files.write(work.next(), layerSet.analyzedToml());
        cacheMetadata = Files.write(work.next(), layerSet.cacheMetadata());
    }

    private static String toml(LayerSet layerSet) {
        StringBuilder toml = new StringBuilder();
        layerSet.group()
                .forEach(buildpack -> toml.append("[[group]]\nid = \"")
                        .append(buildpack.id())
                        .append("\"\nversion = \"")
                        .append(buildpack.version())
                        .append("\"\napi = \"")
                        .append(buildpack.api())
                        .append("\"\n"));
        return toml.toString();
    }

    /** Each restore writes to a new directory. */
    @Setup(Level.Invocation)
    public void begin() {
        directory = work.next();
    }

    /** The command with a label. */
    @Benchmark
    public void command() throws IOException, InterruptedException {
        restore("--app-metadata", label);
    }

    /** The command with an {@code analyzed.toml}. */
    @Benchmark
    public void commandFromAnalyzed() throws IOException, InterruptedException {
        restore("--analyzed", analyzed);
    }

    private void restore(String source, Path appMetadata) throws IOException, InterruptedException {
        Programs.run(List.of(
                Programs.command(),
                "restore",
                "--log-level",
                "warn",
                "--layers",
                directory.toString(),
                "--group",
                group.toString(),
                source,
                appMetadata.toString(),
                "--cache-metadata",
                cacheMetadata.toString()));
    }

    /** A JVM that prints hello. */
    @Benchmark
    public void hello() throws IOException, InterruptedException {
        Programs.run(List.of(Programs.java(), "-cp", System.getProperty("java.class.path"), Hello.class.getName()));
    }

    /** Removes the files of the restore. */
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
