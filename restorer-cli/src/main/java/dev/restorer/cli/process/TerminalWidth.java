package dev.restorer.cli.process;

import org.jspecify.annotations.Nullable;

/** The width of the terminal, which {@code bin/restorer} finds if the variable is not set. */
public final class TerminalWidth {

    static final int DEFAULT = 80;
    private static final int MIN = 40;
    private static final int MAX = 10_000;

    private TerminalWidth() {}

    /**
     * Returns the width.
     *
     * @param process has the variable {@code COLUMNS}
     * @return the number of columns in the variable, or 80
     */
    public static int in(ProcessContext process) {
        return columns(process.variable("COLUMNS"));
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
