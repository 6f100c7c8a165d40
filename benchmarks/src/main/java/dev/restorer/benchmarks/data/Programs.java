package dev.restorer.benchmarks.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Runs whole processes. */
public final class Programs {

    private Programs() {}

    /**
     * Returns the command of this checkout.
     *
     * @return the path of {@code bin/restorer}
     */
    public static String command() {
        String root = Objects.requireNonNull(System.getProperty("restorer.root"), "restorer.root");
        return Path.of(root, "bin", "restorer").toString();
    }

    /**
     * Returns the {@code java} program of this JVM.
     *
     * @return its path
     */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Runs a program to its end.
     *
     * @param command the program and its arguments
     * @throws IOException if it cannot be run, or fails
     * @throws InterruptedException if interrupted meanwhile
     */
    public static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(command.get(0) + " ended with " + exit);
        }
    }
}
