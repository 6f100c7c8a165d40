package dev.restorer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs {@code bin/benchmark}. */
public final class BenchmarkScript {

    private static final int MAX_MINUTES = 10;

    private BenchmarkScript() {}

    /** Returns the checkout. */
    public static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("restorer.root"), "restorer.root"));
    }

    /** Returns what it prints. It has to end with 0; the directory gets a file. */
    public static String run(Path directory, String... arguments) throws IOException, InterruptedException {
        Path log = directory.resolve("log");
        List<String> command =
                new ArrayList<>(List.of(root().resolve("bin/benchmark").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
