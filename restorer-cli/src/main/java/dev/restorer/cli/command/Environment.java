package dev.restorer.cli.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the command. An empty variable is treated as not set, since some platforms cannot unset a
 * variable.
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

    /** Tells whether a boolean variable is true. */
    boolean isOn(String name) {
        String value = value(name);
        return value != null && SwitchConverter.isOn(value);
    }
}
