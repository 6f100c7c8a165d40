package dev.restorer.cli.command;

import dev.restorer.api.Quoted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds what is given: by a flag, or else by the variable that stands for it. */
record FlagReader(Environment environment, CommandLine line) {

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

    @Nullable
    Given given(String flag, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (value.isEmpty()) {
            throw wrong(flag + " is empty: give it a value or leave it out");
        }
        return new Given(flag, value);
    }

    @Nullable
    Given given(String flag, @Nullable String value, String variable) {
        Given byFlag = given(flag, value);
        String set = environment.value(variable);
        return byFlag == null && set != null ? new Given(variable, set) : byFlag;
    }

    @Nullable
    Path path(String flag, @Nullable String value) {
        Given given = given(flag, value);
        return given == null ? null : path(given);
    }

    Path path(String flag, @Nullable String value, String variable, Path usual) {
        Given given = given(flag, value, variable);
        return given == null ? usual : path(given);
    }

    long number(String flag, @Nullable String value, long usual) {
        Given given = given(flag, value);
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
            return Path.of(given.text());
        } catch (InvalidPathException e) {
            throw wrong(given.refusal() + ", which is no path here: " + e.getReason());
        }
    }

    ParameterException wrong(String message) {
        return new ParameterException(line, message);
    }
}
