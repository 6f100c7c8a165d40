package dev.restorer.cli.text;

import java.util.function.IntPredicate;

/** Determines where colors are used: on terminals only. Safe for use by many threads at once. */
public final class Colors {

    private final IntPredicate terminals;
    private volatile boolean allowed;

    /**
     * Creates an instance for a process.
     *
     * @param allowed whether the environment allows colors
     * @param terminals tells whether a file descriptor is a terminal; called each time before colors are used
     */
    public Colors(boolean allowed, IntPredicate terminals) {
        this.allowed = allowed;
        this.terminals = terminals;
    }

    /**
     * Allows colors, or not, whatever the environment says.
     *
     * @param allow whether colors are allowed
     */
    public void allow(boolean allow) {
        allowed = allow;
    }

    /**
     * Tells whether results have colors.
     *
     * @return whether colors are allowed and standard output is a terminal
     */
    public boolean onStandardOutput() {
        return allowed && terminals.test(1);
    }

    /**
     * Tells whether errors and warnings have colors.
     *
     * @return whether colors are allowed and standard error is a terminal
     */
    public boolean onStandardError() {
        return allowed && terminals.test(2);
    }
}
