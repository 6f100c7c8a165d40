package dev.restorer.cli.log;

import org.slf4j.event.Level;

/** The log levels of the command. */
public enum LogLevel {
    /** Every decision. */
    DEBUG(Level.DEBUG),
    /** The steps of the restore. */
    INFO(Level.INFO),
    /** Warnings. */
    WARN(Level.WARN),
    /** Errors. */
    ERROR(Level.ERROR);

    private final Level lowest;

    LogLevel(Level lowest) {
        this.lowest = lowest;
    }

    boolean isEnabled(Level level) {
        return level.toInt() >= lowest.toInt();
    }
}
