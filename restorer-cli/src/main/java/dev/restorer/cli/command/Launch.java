package dev.restorer.cli.command;

import org.jspecify.annotations.Nullable;

/**
 * What {@code bin/restorer} found before it started this JVM, and hands over as system properties.
 *
 * @param workingDirectory whether there is a working directory; a JVM cannot start in one that was deleted
 * @param keptRoot why the rights of root were not given up for the owner that is asked for, and what to do about it, or
 *     null if nothing is known of that
 */
public record Launch(boolean workingDirectory, @Nullable String keptRoot) {

    /**
     * Returns what this JVM was started with.
     *
     * @return what the system properties say
     */
    static Launch ofThisProcess() {
        return new Launch(
                System.getProperty("restorer.workingDirectoryDeleted") == null,
                System.getProperty("restorer.keptRoot"));
    }
}
