package dev.restorer.cli.command;

import dev.restorer.api.Quoted;
import dev.restorer.cli.failure.RelativePathException;
import dev.restorer.cli.process.ProcessContext;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * Reads values from flags, or else from their environment variables.
 *
 * @param process has the variables
 * @param arguments the arguments of a subcommand
 */
record FlagReader(ProcessContext process, Arguments arguments) {

    /** Linux has no longer paths. Messages contain paths in full, and end with what to do. */
    private static final int MAX_PATH = 4_096;

    /**
     * A value and its source.
     *
     * @param source the flag or the variable
     * @param text the value
     */
    record Value(String source, String text) {

        String refusal() {
            return source + " does not accept " + Quoted.quote(text);
        }
    }

    /** Tells whether a flag is given, with any value. */
    boolean has(String flag) {
        return arguments.has(flag);
    }

    /** Returns the value of a flag, which may be empty, or null if the flag is not given. */
    @Nullable
    String text(String flag) {
        return arguments.text(flag);
    }

    /** Returns the values of a flag that may be repeated. */
    List<String> texts(String flag) {
        return arguments.texts(flag);
    }

    /** Returns the value of a boolean flag, or null if it is not given. */
    @Nullable
    Boolean onOff(String flag) {
        return arguments.onOff(flag);
    }

    /** Tells whether a boolean flag is given and true. */
    boolean isOn(String flag) {
        return Boolean.TRUE.equals(onOff(flag));
    }

    @Nullable
    Value given(String flag) {
        String value = text(flag);
        if (value == null) {
            return null;
        }
        if (value.isEmpty()) {
            throw wrong(flag + " is empty: give it a value or leave it out");
        }
        return new Value(flag, value);
    }

    @Nullable
    Value given(String flag, String variable) {
        Value byFlag = given(flag);
        String set = process.variable(variable);
        return byFlag == null && set != null ? new Value(variable, set) : byFlag;
    }

    /** Returns the value. An empty flag means that there is no value, even if the variable has one. */
    @Nullable
    Value valueUnlessEmpty(String flag, String variable) {
        String value = has(flag) ? text(flag) : process.variable(variable);
        return value == null || value.isEmpty() ? null : new Value(has(flag) ? flag : variable, value);
    }

    /** Returns the text of {@link #valueUnlessEmpty}. */
    @Nullable
    String textUnlessEmpty(String flag, String variable) {
        Value value = valueUnlessEmpty(flag, variable);
        return value == null ? null : value.text();
    }

    /** Returns the path of {@link #valueUnlessEmpty}. */
    @Nullable
    Path pathUnlessEmpty(String flag, String variable) {
        Value value = valueUnlessEmpty(flag, variable);
        return value == null ? null : path(value);
    }

    /** Tells whether the flag, or else the variable, is true. */
    boolean isOn(String flag, String variable) {
        return sourceIfOn(flag, variable) != null;
    }

    /** Returns the flag or variable that is true, or null if the value is false. */
    @Nullable
    String sourceIfOn(String flag, String variable) {
        Boolean given = onOff(flag);
        if (given != null) {
            return given ? flag : null;
        }
        return process.isOn(variable) ? variable : null;
    }

    @Nullable
    Path path(String flag) {
        Value given = given(flag);
        return given == null ? null : path(given);
    }

    Path path(String flag, String variable, Path defaultPath) {
        Value given = given(flag, variable);
        return given == null ? requireResolvable(defaultPath, flag) : path(given);
    }

    long number(String flag, long defaultNumber) {
        Value given = given(flag);
        return given == null ? defaultNumber : number(given);
    }

    private long number(Value given) {
        try {
            long number = Long.parseLong(given.text());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is rejected below.
        }
        throw wrong(given.refusal() + ": give a whole number from 1 to " + Long.MAX_VALUE);
    }

    Path path(Value given) {
        if (given.text().length() > MAX_PATH) {
            throw wrong(given.refusal() + ": give a path of at most " + MAX_PATH + " characters");
        }
        try {
            return requireResolvable(Path.of(given.text()), given.source());
        } catch (InvalidPathException e) {
            throw wrong(given.refusal() + ", which is not a valid path: " + e.getReason());
        }
    }

    /**
     * If the working directory was deleted, the JVM was started in another directory, where a relative path would be
     * wrong.
     */
    private Path requireResolvable(Path path, String source) {
        if (!process.launch().workingDirectory() && !path.isAbsolute()) {
            throw new RelativePathException(source, path.toString());
        }
        return path;
    }

    ParameterException wrong(String message) {
        return arguments.wrong(message);
    }
}
