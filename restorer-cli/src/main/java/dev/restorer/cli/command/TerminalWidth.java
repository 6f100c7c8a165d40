package dev.restorer.cli.command;

import org.jspecify.annotations.Nullable;

/** The width of the terminal, which {@code bin/restorer} finds if the variable is not set. */
final class TerminalWidth {

    static final int DEFAULT = 80;
    private static final int MIN = 40;
    private static final int MAX = 10_000;

    private TerminalWidth() {}

    /** Returns the number of columns that the variable {@code COLUMNS} has, or 80. */
    static int in(Environment environment) {
        return columns(environment.value("COLUMNS"));
    }

    private static int columns(@Nullable String text) {
        if (text == null) {
            return DEFAULT;
        }
        try {
            int columns = Integer.parseInt(text);
            return columns < 1 ? DEFAULT : Math.max(MIN, Math.min(MAX, columns));
        } catch (NumberFormatException e) {
            return DEFAULT;
        }
    }
}
