package dev.restorer.cli.log;

import dev.restorer.api.Quoted;
import dev.restorer.cli.text.Colors;
import dev.restorer.cli.text.Style;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The two output streams of the command. Standard output is flushed before anything is written to standard error, so
 * that the order is kept if both are the same terminal. Safe for use by many threads at once.
 */
public final class Console {

    /** Static, since SLF4J creates the loggers, which must find the console. */
    private static volatile Console current = silent();

    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<Optional<String>> outFailure;
    private final StatusLine status;
    private volatile Level level = Level.INFO;
    private volatile boolean logsToError;
    private volatile @Nullable Colors colors;

    /**
     * Creates a console.
     *
     * @param out the stream for results and, unless told otherwise, for the levels info and debug; it need not flush itself
     * @param err the stream for warnings and errors; it need not flush itself
     */
    public Console(PrintStream out, PrintStream err) {
        this(out, err, Optional::empty);
    }

    /**
     * Creates a console that reports a failure of standard output.
     *
     * @param out the stream for results and, unless told otherwise, for the levels info and debug; it need not flush itself
     * @param err the stream for warnings and errors; it need not flush itself
     * @param outFailure returns why bytes that were flushed to standard output could not be written, if so
     */
    public Console(PrintStream out, PrintStream err, Supplier<Optional<String>> outFailure) {
        this.out = out;
        this.err = err;
        this.outFailure = outFailure;
        this.status = new StatusLine(err);
    }

    /**
     * Sets the console that loggers write to.
     *
     * @param console the console
     */
    public static void use(Console console) {
        current = console;
    }

    static Console current() {
        return current;
    }

    /** Returns a console that discards everything, for loggers that are used before the command starts. */
    private static Console silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Console(nowhere, nowhere);
    }

    /**
     * Sets the log level.
     *
     * @param lowest the lowest level that is written
     */
    public void level(Level lowest) {
        level = lowest;
    }

    /** Writes all levels to standard error from now on, since standard output is to hold a document. */
    public void logToStandardError() {
        logsToError = true;
    }

    /**
     * Sets where colors are used.
     *
     * @param used where they are used
     */
    public void colors(Colors used) {
        colors = used;
    }

    /**
     * Returns the style of results.
     *
     * @return the style of standard output
     */
    public Style style() {
        Colors used = colors;
        return used != null && used.onStandardOutput() ? Style.COLORED : Style.PLAIN;
    }

    private Style styleOfErrors() {
        Colors used = colors;
        return used != null && used.onStandardError() ? Style.COLORED : Style.PLAIN;
    }

    /**
     * Tells whether a level is enabled.
     *
     * @param logged the level
     * @return whether lines of this level are written
     */
    public boolean isEnabled(Level logged) {
        return logged.toInt() >= level.toInt();
    }

    /**
     * Writes a line to standard output, independent of the log level.
     *
     * @param text the line
     */
    public synchronized void print(String text) {
        status.erase();
        out.println(text);
    }

    /**
     * Shows a status on standard error, which must be a terminal. The status is replaced by the next one, and erased
     * before anything else is written.
     *
     * @param text a line that is not longer than those of a terminal
     */
    public synchronized void showStatus(String text) {
        // Otherwise, buffered output would appear on the line of the status.
        out.flush();
        status.show(Quoted.escape(text));
    }

    /** Erases the status, if one is shown. */
    public synchronized void eraseStatus() {
        status.erase();
    }

    /**
     * Writes a line to the stream of its level, if that level is enabled.
     *
     * @param of the level
     * @param message the message; line breaks in it are escaped
     */
    public synchronized void log(Level of, String message) {
        if (!isEnabled(of)) {
            return;
        }
        status.erase();
        switch (of) {
            case ERROR -> printError(styleOfErrors().bad("ERROR:") + " " + Quoted.escape(message));
            case WARN -> printError(styleOfErrors().noted("Warning:") + " " + Quoted.escape(message));
            default -> printInfo(Quoted.escape(message));
        }
    }

    /**
     * Writes the stack trace of a failure, if debug is enabled.
     *
     * @param failure the failure
     */
    public synchronized void trace(Throwable failure) {
        if (isEnabled(Level.DEBUG)) {
            status.erase();
            out.flush();
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().map(Console::traceLine).forEach(err::println);
            err.flush();
        }
    }

    /** Escapes a line, except for the tab at the start of a stack frame. */
    private static String traceLine(String line) {
        return line.startsWith("\t") ? "\t" + Quoted.escape(line.substring(1)) : Quoted.escape(line);
    }

    /** Flushes both streams. */
    public synchronized void flush() {
        status.erase();
        out.flush();
        err.flush();
    }

    /**
     * Flushes both streams, and reports whether standard output was lost.
     *
     * @return why standard output could not be written, or empty if it was written
     */
    public Optional<String> lostOutput() {
        flush();
        return outFailure.get();
    }

    private void printInfo(String line) {
        if (logsToError) {
            err.println(line);
        } else {
            out.println(line);
        }
    }

    private void printError(String line) {
        out.flush();
        err.println(line);
        err.flush();
    }
}
