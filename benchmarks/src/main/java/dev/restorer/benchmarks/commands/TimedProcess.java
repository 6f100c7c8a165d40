package dev.restorer.benchmarks.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs processes and measures them. */
final class TimedProcess {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Path OWN_TIMES = Path.of("/proc/self/stat");

    /** Positions in that file, counted from the parenthesis after the name, and how many ticks a second has. */
    private static final int USER_TICKS_OF_CHILDREN = 14;

    private static final int SYSTEM_TICKS_OF_CHILDREN = 15;
    private static final double TICKS = 100;

    private TimedProcess() {}

    /**
     * Runs a process to its end.
     *
     * @param command the program and its arguments
     * @param environment variables that it has in addition
     * @param log a file for what it writes
     */
    static Sample run(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        double cpuBefore = cpuSecondsOfChildren();
        long begin = System.nanoTime();
        int exit = builder.start().waitFor();
        double seconds = (System.nanoTime() - begin) / NANOS;
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit + ":\n"
                    + Files.readString(log, StandardCharsets.UTF_8));
        }
        return new Sample(seconds, cpuSecondsOfChildren() - cpuBefore);
    }

    /** Returns the time of all processes that have ended, with those that they had started and waited for. */
    private static double cpuSecondsOfChildren() throws IOException {
        if (!Files.isReadable(OWN_TIMES)) {
            return Double.NaN;
        }
        String stat = Files.readString(OWN_TIMES, StandardCharsets.ISO_8859_1);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS_OF_CHILDREN]) + Long.parseLong(fields[SYSTEM_TICKS_OF_CHILDREN]))
                / TICKS;
    }
}
