package dev.restorer.cli.arguments;

import dev.restorer.cli.failure.RelativePathException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads paths from flags, or else from their environment variables.
 *
 * @param flags the flags
 */
public record PathReader(FlagReader flags) {

    /** Linux has no longer paths. Messages contain paths in full, and end with what to do. */
    private static final int MAX_PATH = 4_096;

    /** What the JVM replaces bytes by that are not UTF-8, so that the text names another file. */
    private static final char REPLACEMENT = '\ufffd';

    /**
     * Returns the path that a flag names.
     *
     * @param flag the flag
     * @return the path, or null if the flag is not given
     */
    public @Nullable Path given(String flag) {
        FlagReader.Value given = flags.given(flag);
        return given == null ? null : of(given);
    }

    /**
     * Returns the path that a flag names, or else its variable.
     *
     * @param flag the flag
     * @param variable the variable
     * @param defaultPath the path if neither is given
     * @return the path
     */
    public Path given(String flag, String variable, Path defaultPath) {
        FlagReader.Value given = flags.given(flag, variable);
        return given == null ? requireResolvable(defaultPath, flag) : of(given);
    }

    /**
     * Returns the path of {@link FlagReader#givenUnlessEmpty}.
     *
     * @param flag the flag
     * @param variable the variable
     * @return the path, or null if there is none
     */
    public @Nullable Path givenUnlessEmpty(String flag, String variable) {
        FlagReader.Value value = flags.givenUnlessEmpty(flag, variable);
        return value == null ? null : of(value);
    }

    /**
     * Returns a value as a path.
     *
     * @param given the value
     * @return the path
     */
    public Path of(FlagReader.Value given) {
        if (given.text().length() > MAX_PATH) {
            throw flags.wrong(given.refusal() + ": give a path of at most " + MAX_PATH + " characters");
        }
        if (given.text().indexOf(REPLACEMENT) >= 0) {
            throw flags.wrong(given.refusal() + ", which is not UTF-8: rename the directory or the file");
        }
        try {
            return requireResolvable(Path.of(given.text()), given.source());
        } catch (InvalidPathException e) {
            throw flags.wrong(given.refusal() + ", which is not a valid path: " + e.getReason());
        }
    }

    private Path requireResolvable(Path path, String source) {
        if (path.isAbsolute()) {
            return path;
        }
        // The JVM was started in another directory, where a relative path would be wrong.
        if (!flags.process().launch().hasWorkingDirectory()) {
            throw new RelativePathException("The working directory was deleted", source, path.toString());
        }
        if (path.toAbsolutePath().toString().indexOf(REPLACEMENT) >= 0) {
            throw new RelativePathException("The path of the working directory is not UTF-8", source, path.toString());
        }
        return path;
    }
}
