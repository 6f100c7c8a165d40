package dev.restorer.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A run whose time counts from when it begins to write, which is when it locks the layers directory. */
final class TimedRun {

    private static final long MAX_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private TimedRun() {}

    /** Runs a command to its end, and returns for how long it wrote. */
    static long nanos(List<String> command, Path layers) {
        Process process = start(command);
        try {
            long begin = awaitBegin(process, layers);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new AssertionError("Exit code " + exitCode + " of " + command);
            }
            return System.nanoTime() - begin;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Kills a command after it has written for some time. Returns whether that was before it ended. */
    static boolean kill(List<String> command, Path layers, long afterNanos) {
        Process process = start(command);
        try {
            long end = awaitBegin(process, layers) + afterNanos;
            while (process.isAlive() && System.nanoTime() < end) {
                LockSupport.parkNanos(Math.min(POLL_NANOS, end - System.nanoTime()));
            }
            return process.destroyForcibly().waitFor() != 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long awaitBegin(Process process, Path layers) {
        Path lock = layers.resolve(".restorer.lock");
        long most = System.nanoTime() + MAX_NANOS;
        while (process.isAlive() && !Files.exists(lock) && System.nanoTime() < most) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return System.nanoTime();
    }
}
