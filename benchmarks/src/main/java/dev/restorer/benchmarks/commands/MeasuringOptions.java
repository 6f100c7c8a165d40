package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.arguments.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of all commands that measure restores in processes. */
final class MeasuringOptions {

    @Option(names = "--pairs", defaultValue = "10", description = "how often each is run (${DEFAULT-VALUE})")
    int pairs;

    @Option(names = "--java-home", description = "the JDK that the command runs with; that of this JVM without it")
    Path javaHome = Path.of(System.getProperty("java.home"));

    @Option(names = "--out", defaultValue = "target/benchmarks", description = "where results go (${DEFAULT-VALUE})")
    Path directory = Path.of("target/benchmarks");

    /** Checks the values and creates the directory, since a wrong value should not be noticed after minutes. */
    void check(CommandSpec command) throws IOException {
        Arguments.requirePositive(command, "--pairs", pairs);
        Arguments.require(
                command,
                Files.isRegularFile(javaHome.resolve("release")),
                "--java-home is " + javaHome + ", which is not the directory of a JDK");
        Arguments.require(
                command,
                !Files.exists(directory) || (Files.isDirectory(directory) && Files.isWritable(directory)),
                "--out is " + directory + ", which is not a directory in which files can be created");
        Files.createDirectories(directory);
    }

    /** Returns where and how often was measured, since figures mean nothing without that. */
    String describe(String machine, boolean small) {
        return machine + ", " + pairs + (pairs == 1 ? " pair" : " pairs")
                + (small ? ", a small part of the work, whose figures mean nothing" : "");
    }
}
