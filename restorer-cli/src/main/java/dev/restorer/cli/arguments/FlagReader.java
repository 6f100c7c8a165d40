package dev.restorer.cli.arguments;

import dev.restorer.api.Quoted;
import dev.restorer.cli.process.ProcessContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * Reads values from flags, or else from their environment variables.
 *
 * @param process has the variables
 * @param arguments the arguments of a subcommand
 */
public record FlagReader(ProcessContext process, Arguments arguments) {

    /**
     * A value and its source.
     *
     * @param source the flag or the variable
     * @param text the value
     */
    public record Value(String source, String text) {

        /**
         * Says that the value is not accepted.
         *
         * @return the start of a message, which ends with what is accepted
         */
        public String refusal() {
            return source + " does not accept " + Quoted.quote(text);
        }
    }

    /**
     * Tells whether a flag is given, with any value.
     *
     * @param flag the flag
     * @return whether it is given
     */
    public boolean has(String flag) {
        return arguments.has(flag);
    }

    /**
     * Returns the value of a boolean flag.
     *
     * @param flag the flag
     * @return the value, or null if the flag is not given
     */
    public @Nullable Boolean onOff(String flag) {
        return arguments.onOff(flag);
    }

    /**
     * Tells whether a boolean flag is given and true.
     *
     * @param flag the flag
     * @return whether it is on
     */
    public boolean isOn(String flag) {
        return Boolean.TRUE.equals(onOff(flag));
    }

    /**
     * Returns the value of a flag, which must not be empty.
     *
     * @param flag the flag
     * @return the value, or null if the flag is not given
     */
    public @Nullable Value given(String flag) {
        String value = arguments.text(flag);
        if (value == null) {
            return null;
        }
        if (value.isEmpty()) {
            throw wrong(flag + " is empty: give it a value or leave it out");
        }
        return new Value(flag, value);
    }

    /**
     * Returns the value of a flag, which must not be empty, or else of its variable.
     *
     * @param flag the flag
     * @param variable the variable
     * @return the value, or null if neither is given
     */
    public @Nullable Value given(String flag, String variable) {
        Value byFlag = given(flag);
        String set = process.variable(variable);
        return byFlag == null && set != null ? new Value(variable, set) : byFlag;
    }

    /**
     * Returns the value of a flag, or else of its variable. An empty flag means that there is no value, even if the
     * variable has one.
     *
     * @param flag the flag
     * @param variable the variable
     * @return the value, or null if there is none
     */
    public @Nullable Value givenUnlessEmpty(String flag, String variable) {
        String value = has(flag) ? arguments.text(flag) : process.variable(variable);
        return value == null || value.isEmpty() ? null : new Value(has(flag) ? flag : variable, value);
    }

    /**
     * Returns the text of {@link #givenUnlessEmpty}.
     *
     * @param flag the flag
     * @param variable the variable
     * @return the text, or null if there is none
     */
    public @Nullable String givenTextUnlessEmpty(String flag, String variable) {
        Value value = givenUnlessEmpty(flag, variable);
        return value == null ? null : value.text();
    }

    /**
     * Tells whether a flag, or else its variable, is true.
     *
     * @param flag the flag
     * @param variable the variable
     * @return whether it is on
     */
    public boolean isOn(String flag, String variable) {
        return sourceIfOn(flag, variable) != null;
    }

    /**
     * Returns what makes a setting true.
     *
     * @param flag the flag
     * @param variable the variable
     * @return the flag or the variable, or null if the setting is false
     */
    public @Nullable String sourceIfOn(String flag, String variable) {
        Boolean given = onOff(flag);
        if (given != null) {
            return given ? flag : null;
        }
        return process.isOn(variable) ? variable : null;
    }

    /**
     * Reads values that are paths.
     *
     * @return a reader of paths from the same flags
     */
    public PathReader paths() {
        return new PathReader(this);
    }

    /**
     * Returns the number that a flag has.
     *
     * @param flag the flag
     * @param defaultNumber the number if the flag is not given
     * @return the number, at least one
     */
    public long number(String flag, long defaultNumber) {
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

    /**
     * Returns an exception for a value that is not accepted.
     *
     * @param message what is wrong, and what to do
     * @return the exception
     */
    public ParameterException wrong(String message) {
        return arguments.wrong(message);
    }
}
