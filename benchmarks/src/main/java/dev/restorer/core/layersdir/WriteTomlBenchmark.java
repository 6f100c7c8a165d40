package dev.restorer.core.layersdir;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.benchmarks.data.LayerSet;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Converts the metadata of layers to TOML, without writing files. It is in this package, since the writer is
 * package-private.
 *
 * <pre>bin/benchmark jmh WriteTomlBenchmark -prof gc</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WriteTomlBenchmark {

    private static final LayerId ID = new LayerId("bp", "layer");

    @Param({"1000", "10000"})
    int layers;

    private final LayerToml toml = new LayerToml();
    private List<LayerMetadata> metadata = List.of();

    /** Reads the metadata once. */
    @Setup(Level.Trial)
    public void read() {
        AppMetadata app =
                new LayerSet(layers, "0.10").request(Path.of("layers")).appMetadata();
        metadata = app.buildpacks().stream()
                .flatMap(buildpack -> buildpack.layers().values().stream())
                .toList();
    }

    /** The measured conversion. */
    @Benchmark
    public void writeToml(Blackhole blackhole) {
        metadata.forEach(layer -> blackhole.consume(toml.layer(ID, layer, false)));
    }
}
