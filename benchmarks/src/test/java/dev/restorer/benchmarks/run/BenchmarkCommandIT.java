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

    /** Other work on the machine may stop a benchmark for seconds, but not in each run. */
    private static final int MAX_RUNS = 3;

    @Test
    void nothingIsManyTimesWorseThanWhatWasStored(@TempDir Path directory) throws Exception {
        String told = firstWithinMargin(directory);
        assertThat(told).contains("times its floor");
        assertThat(directory).isDirectoryContaining("glob:**/{jmh.json,ratios.json,cost-by-size.svg,cost-by-size.png}");
        assertThat(directory.resolve("jmh.json")).content().contains("RestoreBenchmark.restore");
    }

    private static String firstWithinMargin(Path directory) throws Exception {
        for (int run = 1; ; run++) {
            try {
                return compared(directory);
            } catch (AssertionError e) {
                if (run == MAX_RUNS) {
                    throw e;
                }
            }
        }
    }

    private static String compared(Path directory) throws Exception {
        return BenchmarkScript.run(
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
    }
}
