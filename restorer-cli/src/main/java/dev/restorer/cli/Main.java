package dev.restorer.cli;

import dev.restorer.cli.command.Application;
import dev.restorer.cli.command.Services;
import dev.restorer.cli.command.Surroundings;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.log.WatchedStream;
import dev.restorer.cli.progress.Shutdown;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the command in a JVM of its own. The only class that knows the process: its streams, environment and exit. */
public final class Main {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final long MAX_MILLIS_TO_FLUSH = 1_000;

    private Main() {}

    /**
     * Runs the command and ends the JVM with its exit code.
     *
     * @param args the arguments of the process
     */
    public static void main(String[] args) {
        WatchedStream out = new WatchedStream(FileDescriptor.out);
        Console console = new Console(buffered(out), buffered(System.err), out::failure);
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(shutdown, console)));
        int exitCode = run(args, console, Surroundings.real(System.getenv(), shutdown));
        System.exit(exitCode);
    }

    /**
     * A process that is told to stop leaves no half layer, and still says what it has done. A pipe that is full and
     * that nobody reads does not keep it from its end.
     */
    private static void end(Shutdown shutdown, Console console) {
        shutdown.begin();
        Thread flush = new Thread(console::flush);
        flush.setDaemon(true);
        flush.start();
        try {
            flush.join(MAX_MILLIS_TO_FLUSH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the command; both streams are flushed at its end. */
    static int run(String[] args, Console console, Surroundings surroundings) {
        Console.use(console);
        try {
            return new Application(console, surroundings, Services.found()).run(args);
        } finally {
            console.flush();
            surroundings.shutdown().ended();
        }
    }

    /** Writing 100,000 lines one by one would take longer than restoring them. */
    private static PrintStream buffered(OutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream, BUFFER_BYTES), false, StandardCharsets.UTF_8);
    }
}
