package dev.restorer.cli.log;

import dev.restorer.api.Quoted;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.event.Level;

/**
 * The two streams of the command. What was written to standard output comes out before what is then written to standard
 * error, so that the two stay in order where they share a terminal. Safe for use by many threads at once.
 */
public final class Console {

    /** SLF4J makes its loggers itself, so they have to find the console in a static place. */
    private static volatile Console used = silent();

    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<Optional<String>> outFailure;
    private final StatusLine status;
    private volatile LogLevel level = LogLevel.INFO;

    /**
     * Makes a console.
     *
     * @param out where lines, info and debug go; need not flush itself
     * @param err where warnings and errors go; need not flush itself
     */
    public Console(PrintStream out, PrintStream err) {
        this(out, err, Optional::empty);
    }

    /**
     * Makes a console that knows what it could not write.
     *
     * @param out where lines, info and debug go; need not flush itself
     * @param err where warnings and errors go; need not flush itself
     * @param outFailure tells why something that was flushed to the first could not be written, if so
     */
    public Console(PrintStream out, PrintStream err, Supplier<Optional<String>> outFailure) {
        this.out = out;
        this.err = err;
        this.outFailure = outFailure;
        this.status = new StatusLine(err);
    }

    /**
     * Lets loggers write to a console.
     *
     * @param console the console
     */
    public static void use(Console console) {
        used = console;
    }

    static Console used() {
        return used;
    }

    /** Where the command was not started, there is nobody to tell. */
    private static Console silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Console(nowhere, nowhere);
    }

    /**
     * Sets how much is told from now on.
     *
     * @param least the least level that is told
     */
    public void level(LogLevel least) {
        level = least;
    }

    /**
     * Tells whether a level is told.
     *
     * @param asked the level
     * @return whether lines of this level are written
     */
    public boolean tells(Level asked) {
        return level.tells(asked);
    }

    /**
     * Writes a line, whatever the level.
     *
     * @param text what was asked for
     */
    public synchronized void print(String text) {
        status.erase();
        out.println(text);
    }

    /**
     * Shows how far work is, on standard error, which must be a terminal: the text is there until another one takes its
     * place or anything else is written.
     *
     * @param text a line that is not longer than those of a terminal
     */
    public synchronized void showStatus(String text) {
        // What waits here would else come out behind the text, on its line.
        out.flush();
        status.show(Quoted.escape(text));
    }

    /** Takes away how far work is, if that is shown. */
    public synchronized void eraseStatus() {
        status.erase();
    }

    /**
     * Writes a line to the stream of its level, if that level is told.
     *
     * @param of the level
     * @param message the message; line breaks in it are escaped
     */
    public synchronized void log(Level of, String message) {
        if (!tells(of)) {
            return;
        }
        status.erase();
        switch (of) {
            case ERROR -> complain("ERROR: " + Quoted.escape(message));
            case WARN -> complain("Warning: " + Quoted.escape(message));
            default -> out.println(Quoted.escape(message));
        }
    }

    /**
     * Writes where a failure came from, if debug is told.
     *
     * @param failure what failed
     */
    public synchronized void trace(Throwable failure) {
        if (tells(Level.DEBUG)) {
            status.erase();
            out.flush();
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().map(Console::traceLine).forEach(err::println);
            err.flush();
        }
    }

    /** The line of a frame begins with a tab. */
    private static String traceLine(String line) {
        return line.startsWith("\t") ? "\t" + Quoted.escape(line.substring(1)) : Quoted.escape(line);
    }

    /** Lets everything out. */
    public synchronized void flush() {
        status.erase();
        out.flush();
        err.flush();
    }

    /**
     * Lets everything out, and tells what was lost of standard output.
     *
     * @return why it cannot be written, or empty
     */
    public Optional<String> lost() {
        flush();
        return outFailure.get();
    }

    private void complain(String line) {
        out.flush();
        err.println(line);
        err.flush();
    }
}
