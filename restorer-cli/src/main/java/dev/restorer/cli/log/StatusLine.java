package dev.restorer.cli.log;

import dev.restorer.cli.text.DisplayWidth;
import java.io.PrintStream;

/**
 * A status line on a terminal, which is erased before anything else is written. Not safe for use by several threads at
 * once.
 */
final class StatusLine {

    private final PrintStream terminal;

    /** How many columns of the line have been written. */
    private int written;

    StatusLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Replaces the text that is shown. Spaces overwrite the rest of a longer text. */
    void show(String text) {
        int columns = DisplayWidth.of(text);
        terminal.print("\r" + text + " ".repeat(Math.max(0, written - columns)));
        terminal.flush();
        written = Math.max(written, columns);
    }

    /** Erases the line, if a text is shown, and moves to its start. */
    void erase() {
        if (written > 0) {
            terminal.print("\r" + " ".repeat(written) + "\r");
            terminal.flush();
            written = 0;
        }
    }
}
