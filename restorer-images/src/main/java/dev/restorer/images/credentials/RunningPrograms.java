package dev.restorer.images.credentials;

import dev.restorer.vendors.DetachedThread;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs credential helpers with a timeout. Closing it terminates them. */
final class RunningPrograms implements AutoCloseable {

    private static final int MAX_OUTPUT = 1 << 20;

    private final Set<Process> processes = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** The exit code and the output of a program. */
    record Result(int exitCode, String output) {

        @Override
        public String toString() {
            return "Result[" + exitCode + "]";
        }
    }

    Result run(Path program, String server, Map<String, String> environment, Duration timeout)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        ProcessBuilder builder =
                new ProcessBuilder(program.toString(), "get").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        try {
            if (closed) {
                throw new IOException("it was closed");
            }
            writeServer(process, server);
            byte[] output = output(process, end);
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new IOException("it did not exit within " + timeout.toMillis() + " ms");
            }
            return new Result(process.exitValue(), new String(output, StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new IOException("it did not exit within " + timeout.toMillis() + " ms", e);
        } finally {
            end(process);
            processes.remove(process);
        }
    }

    /** Writes the server to a program. A program that exits without reading it may still have written its output. */
    private static void writeServer(Process process, String server) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((server + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The exit code shows whether it failed.
        }
    }

    /** Reads in another thread, since a child process of the program may keep the output open. */
    private static byte[] output(Process process, long end) throws IOException, InterruptedException, TimeoutException {
        FutureTask<byte[]> reading = new FutureTask<>(() -> {
            try (InputStream out = process.getInputStream()) {
                return out.readNBytes(MAX_OUTPUT);
            }
        });
        DetachedThread.of(reading, "restorer-credentials").start();
        try {
            return reading.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException("its output cannot be read", e.getCause());
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        processes.forEach(RunningPrograms::end);
    }
}
