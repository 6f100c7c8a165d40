package dev.restorer.cli.command;

import dev.restorer.api.Quoted;
import dev.restorer.cli.failure.RelativePathException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Finds what is given: by a flag, or else by the variable that stands for it.
 *
 * @param environment the variables
 * @param arguments the arguments of a subcommand
 */
record FlagReader(Environment environment, ParseResult arguments) {

    /**
     * Something that is given.
     *
     * @param by the flag or the variable
     * @param text what it says
     */
    record Given(String by, String text) {

        String refusal() {
            return by + " does not accept " + Quoted.quote(text);
        }
    }

    /** Tells whether a flag is there, whatever it says. */
    boolean has(String flag) {
        return arguments.hasMatchedOption(flag);
    }

    /** Returns what a flag says that may be empty. */
    @Nullable
    String text(String flag) {
        return arguments.matchedOptionValue(flag, null);
    }

    /** Tells whether a flag that is on or off is on, or null if it is not there. */
    @Nullable
    Boolean onOff(String flag) {
        return arguments.matchedOptionValue(flag, null);
    }

    /** Tells whether it is on; one that is not there is off. */
    boolean isOn(String flag) {
        return Boolean.TRUE.equals(onOff(flag));
    }

    @Nullable
    Given given(String flag) {
        String value = text(flag);
        if (value == null) {
            return null;
        }
        if (value.isEmpty()) {
            throw wrong(flag + " is empty: give it a value or leave it out");
        }
        return new Given(flag, value);
    }

    @Nullable
    Given given(String flag, String variable) {
        Given byFlag = given(flag);
        String set = environment.value(variable);
        return byFlag == null && set != null ? new Given(variable, set) : byFlag;
    }

    @Nullable
    Path path(String flag) {
        Given given = given(flag);
        return given == null ? null : path(given);
    }

    Path path(String flag, String variable, Path usual) {
        Given given = given(flag, variable);
        return given == null ? findable(usual, flag) : path(given);
    }

    long number(String flag, long usual) {
        Given given = given(flag);
        return given == null ? usual : number(given);
    }

    private long number(Given given) {
        try {
            long number = Long.parseLong(given.text());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is refused as zero is.
        }
        throw wrong(given.refusal() + ": give a whole number from 1 to " + Long.MAX_VALUE);
    }

    Path path(Given given) {
        try {
            return findable(Path.of(given.text()), given.by());
        } catch (InvalidPathException e) {
            throw wrong(given.refusal() + ", which is no path here: " + e.getReason());
        }
    }

    /** A JVM without a working directory was started in another directory, where a relative path leads astray. */
    private Path findable(Path path, String by) {
        if (!environment.launch().workingDirectory() && !path.isAbsolute()) {
            throw new RelativePathException(by, path.toString());
        }
        return path;
    }

    ParameterException wrong(String message) {
        return new ParameterException(arguments.commandSpec().commandLine(), message);
    }
}
