package dev.restorer.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shortest form, as a vendor's CI would run it: with a margin so wide that only a broken algorithm exceeds it. */
@Tag("long")
class BenchmarkCommandIT {

    private static final String MANY_TIMES_WORSE = "30";

    @Test
    void nothingIsManyTimesWorseThanWhatWasStored(@TempDir Path directory) throws Exception {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("restorer.root"), "restorer.root"));
        Path log = directory.resolve("log");
        Process command = new ProcessBuilder(
                        root.resolve("bin/benchmark").toString(),
                        "--form",
                        "SHORTEST",
                        "--out",
                        directory.toString(),
                        "--compare",
                        root.resolve("benchmarks/ratios.json").toString(),
                        "--margin",
                        MANY_TIMES_WORSE)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(command.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String told = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(command.exitValue()).as(told).isZero();
        assertThat(told).contains("times its floor");
        assertThat(directory).isDirectoryContaining("glob:**/{jmh.json,ratios.json,cost-by-size.svg,cost-by-size.png}");
        assertThat(directory.resolve("jmh.json")).content().contains("RestoreBenchmark.restore");
    }
}
