package dev.restorer.cli.log;

import java.io.PrintStream;

/** A line on a terminal that is there until something else is written. Not safe for use by many threads at once. */
final class StatusLine {

    private final PrintStream terminal;

    /** How many columns of the line are taken, from the left. */
    private int taken;

    StatusLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Shows a text in place of the one before it, which is overwritten with spaces where it was longer. */
    void show(String text) {
        int columns = Columns.of(text);
        terminal.print("\r" + text + " ".repeat(Math.max(0, taken - columns)));
        terminal.flush();
        taken = Math.max(taken, columns);
    }

    /** Leaves an empty line and is at its start, if a text is shown. */
    void erase() {
        if (taken > 0) {
            terminal.print("\r" + " ".repeat(taken) + "\r");
            terminal.flush();
            taken = 0;
        }
    }
}
