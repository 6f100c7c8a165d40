package dev.restorer.cli.log;

import dev.restorer.api.Quoted;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/**
 * The log of the command: warnings and errors are written to standard error, and other levels to standard output. Safe
 * for use by many threads at once.
 */
public final class Log {

    private final Console console;
    private volatile Level level = Level.INFO;
    private volatile boolean usesStandardError;

    Log(Console console) {
        this.console = console;
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
    public void useStandardError() {
        usesStandardError = true;
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
     * Writes a line, if the level info is enabled.
     *
     * @param message the message; line breaks in it are escaped
     */
    public void info(String message) {
        write(Level.INFO, message);
    }

    /**
     * Writes a warning, if the level is enabled.
     *
     * @param message the message; line breaks in it are escaped
     */
    public void warn(String message) {
        write(Level.WARN, message);
    }

    /**
     * Writes an error.
     *
     * @param message the message; line breaks in it are escaped
     */
    public void error(String message) {
        write(Level.ERROR, message);
    }

    void write(Level of, String message) {
        if (!isEnabled(of)) {
            return;
        }
        String text = Quoted.escape(message);
        switch (of) {
            case ERROR -> console.printToErrorAtOnce(console.styleOfErrors().bad("ERROR:") + " " + text);
            case WARN -> console.printToErrorAtOnce(console.styleOfErrors().noted("Warning:") + " " + text);
            default -> writeInfo(text);
        }
    }

    private void writeInfo(String line) {
        if (usesStandardError) {
            console.printToError(line);
        } else {
            console.print(line);
        }
    }

    /**
     * Writes the stack trace of a failure, if debug is enabled.
     *
     * @param failure the failure
     */
    public void trace(Throwable failure) {
        if (isEnabled(Level.DEBUG)) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            console.printToErrorAtOnce(
                    trace.toString().lines().map(Log::escaped).collect(Collectors.joining(System.lineSeparator())));
        }
    }

    /** Escapes a line of a trace, except for the tab at the start of a stack frame. */
    private static String escaped(String line) {
        return line.startsWith("\t") ? "\t" + Quoted.escape(line.substring(1)) : Quoted.escape(line);
    }
}
