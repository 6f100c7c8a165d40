package dev.restorer.benchmarks;

import dev.restorer.LayerRestorer;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreRequest;
import dev.restorer.benchmarks.data.LayerSet;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Plans a whole build, without file access.
 *
 * <pre>bin/benchmark jmh PlanBenchmark -p layers=10000 -prof gc</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanBenchmark {

    @Param({"10", "100", "1000", "10000", "100000"})
    int layers;

    private final LayerRestorer restorer = LayerRestorer.load();
    private RestoreRequest request;

    /** Reads the request once. */
    @Setup(Level.Trial)
    public void read() {
        request = new LayerSet(layers, "0.10").request(Path.of("layers"));
    }

    /** The measured plan. */
    @Benchmark
    public RestorePlan plan() {
        return restorer.plan(request);
    }
}
