package dev.restorer.cli.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of the platform. An empty one counts as not set, which is all that some platforms can do. */
record Environment(Map<String, String> variables) {

    @Nullable
    String value(String name) {
        String value = variables.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
