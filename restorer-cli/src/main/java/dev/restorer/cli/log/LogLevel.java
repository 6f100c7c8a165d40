package dev.restorer.cli.log;

import org.slf4j.event.Level;

/** How much is told. */
public enum LogLevel {
    /** Every decision. */
    DEBUG(Level.DEBUG),
    /** What is done. */
    INFO(Level.INFO),
    /** What a person should look at. */
    WARN(Level.WARN),
    /** What failed. */
    ERROR(Level.ERROR);

    private final Level least;

    LogLevel(Level least) {
        this.least = least;
    }

    boolean tells(Level level) {
        return level.toInt() >= least.toInt();
    }
}
