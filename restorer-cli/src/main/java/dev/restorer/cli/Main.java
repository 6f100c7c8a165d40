package dev.restorer.cli;

import dev.restorer.cli.command.Application;
import dev.restorer.cli.command.Services;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.log.FailureRecordingStream;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.Shutdown;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The main class of the command. Only this class uses the streams, the environment and the exit of the process. */
public final class Main {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final long FLUSH_TIMEOUT_MILLIS = 1_000;

    private Main() {}

    /**
     * Runs the command and ends the JVM with its exit code.
     *
     * @param args the arguments of the process
     */
    public static void main(String[] args) {
        System.exit(start(args));
    }

    /** Runs the command in this process, without ending the JVM, and returns its exit code. */
    static int start(String... args) {
        if (args.length > 0 && args[0].equals("restore")) {
            SlowClasses.initialize();
        }
        FailureRecordingStream out = new FailureRecordingStream(FileDescriptor.out);
        Console console = new Console(buffered(out), buffered(System.err), out::failure);
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(shutdown, console)));
        return run(args, console, ProcessContext.ofThisProcess(System.getenv(), shutdown));
    }

    /**
     * Runs when the process is terminated: cancels the restore, so that no incomplete layer is left, and flushes the
     * output. The flush has a timeout, since a pipe may be full and have no reader.
     */
    private static void shutDown(Shutdown shutdown, Console console) {
        shutdown.begin();
        Thread flush = new Thread(console::flush);
        flush.setDaemon(true);
        try {
            flush.start();
            flush.join(FLUSH_TIMEOUT_MILLIS);
        } catch (OutOfMemoryError e) {
            console.flush(); // the process may start no more threads
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the command, and flushes both streams at the end. */
    static int run(String[] args, Console console, ProcessContext process) {
        Console.use(console);
        try {
            return new Application(console, process, Services.found(process)).run(args);
        } finally {
            console.flush();
            process.shutdown().ended();
        }
    }

    /** The streams are buffered, since writing 100,000 lines one by one would take longer than the restore. */
    private static PrintStream buffered(OutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream, BUFFER_BYTES), false, StandardCharsets.UTF_8);
    }
}
