package dev.restorer.cli.log;

import dev.restorer.api.Quoted;
import dev.restorer.cli.text.Colors;
import dev.restorer.cli.text.Style;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final Log log = new Log(this);
    private volatile @Nullable Colors colors;

    /**
     * Creates a console.
     *
     * @param out the stream for results and, unless told otherwise, for the levels info and debug; it need not flush
     *     itself
     * @param err the stream for warnings and errors; it need not flush itself
     */
    public Console(PrintStream out, PrintStream err) {
        this(out, err, Optional::empty);
    }

    /**
     * Creates a console that reports a failure of standard output.
     *
     * @param out the stream for results and, unless told otherwise, for the levels info and debug; it need not flush
     *     itself
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
     * Returns the log.
     *
     * @return the log that is written to this console
     */
    public Log log() {
        return log;
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

    Style styleOfErrors() {
        Colors used = colors;
        return used != null && used.onStandardError() ? Style.COLORED : Style.PLAIN;
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

    /** Writes a line to standard error. */
    synchronized void printToError(String line) {
        status.erase();
        err.println(line);
    }

    /** Writes lines to standard error, and flushes both streams. */
    synchronized void printToErrorAtOnce(String lines) {
        status.erase();
        out.flush();
        err.println(lines);
        err.flush();
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
}
