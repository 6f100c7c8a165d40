package dev.restorer.benchmarks.commands;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of all commands that measure restores in processes. */
final class MeasuringOptions {

    @Option(names = "--pairs", defaultValue = "10", description = "how often each is run (${DEFAULT-VALUE})")
    int pairs;

    @Option(names = "--java-home", description = "the JDK that the command runs with; that of this JVM without it")
    Path javaHome = Path.of(System.getProperty("java.home"));

    @Option(names = "--out", defaultValue = "target/benchmarks", description = "where results go (${DEFAULT-VALUE})")
    Path directory = Path.of("target/benchmarks");
}
