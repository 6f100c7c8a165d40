package dev.restorer.cli;

import dev.restorer.cli.command.Application;
import dev.restorer.cli.command.Services;
import dev.restorer.cli.log.Console;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs the command in a JVM of its own. The only class that knows the process: its streams, environment and exit. */
public final class Main {

    private static final int BUFFER_BYTES = 1 << 16;

    private Main() {}

    /**
     * Runs the command and ends the JVM with its exit code.
     *
     * @param args the arguments of the process
     */
    public static void main(String[] args) {
        PrintStream out = buffered(System.out);
        // A process that is told to stop still says what it has done.
        Runtime.getRuntime().addShutdownHook(new Thread(out::flush));
        int exitCode = run(args, out, buffered(System.err), System.getenv());
        System.exit(exitCode);
    }

    /** Runs the command; both streams are flushed at its end. */
    static int run(String[] args, PrintStream out, PrintStream err, Map<String, String> environment) {
        Console console = new Console(out, err);
        Console.use(console);
        try {
            return new Application(console, environment, Services.found()).run(args);
        } finally {
            console.flush();
        }
    }

    /** Writing 100,000 lines one by one would take longer than restoring them. */
    private static PrintStream buffered(OutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream, BUFFER_BYTES), false, StandardCharsets.UTF_8);
    }
}
