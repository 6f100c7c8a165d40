package dev.restorer.cli.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the platform lets the command run in. A variable that is empty counts as not set, which is all that some
 * platforms can do.
 *
 * @param variables the variables of the platform
 * @param launch how the command was started
 */
record Environment(Map<String, String> variables, Launch launch) {

    @Nullable
    String value(String name) {
        String value = variables.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Tells whether a variable that is on or off is on. */
    boolean isOn(String name) {
        String value = value(name);
        return value != null && SwitchConverter.isOn(value);
    }
}
