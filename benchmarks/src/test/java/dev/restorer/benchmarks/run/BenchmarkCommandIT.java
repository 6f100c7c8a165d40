package dev.restorer.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.benchmarks.BenchmarkScript;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shortest form, as a vendor's CI would run it: with a margin so wide that only a broken algorithm exceeds it. */
@Tag("long")
class BenchmarkCommandIT {

    private static final String MANY_TIMES_WORSE = "30";

    @Test
    void nothingIsManyTimesWorseThanWhatWasStored(@TempDir Path directory) throws Exception {
        String told = BenchmarkScript.run(
                directory,
                "--form",
                "SHORTEST",
                "--out",
                directory.toString(),
                "--compare",
                BenchmarkScript.root().resolve("benchmarks/ratios.json").toString(),
                "--margin",
                MANY_TIMES_WORSE,
                "--check");
        assertThat(told).contains("times its floor");
        assertThat(directory).isDirectoryContaining("glob:**/{jmh.json,ratios.json,cost-by-size.svg,cost-by-size.png}");
        assertThat(directory.resolve("jmh.json")).content().contains("RestoreBenchmark.restore");
    }
}
