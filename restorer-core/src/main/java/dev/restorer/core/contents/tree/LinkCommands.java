package dev.restorer.core.contents.tree;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many links may be created with the system's {@code ln}, for all layers of a restore: each needs a process, which
 * takes as long as a hundred entries, and a small cache may have a million of them. Safe for use by many threads at
 * once.
 */
public final class LinkCommands {

    /** The maximum for all layers, which takes some ten seconds. */
    private static final int MAX = 10_000;

    private final AtomicInteger remaining;

    /** Creates the limit of a restore. */
    public LinkCommands() {
        this(MAX);
    }

    LinkCommands(int max) {
        remaining = new AtomicInteger(max);
    }

    /** Returns whether one more link may be created. */
    boolean take() {
        return remaining.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
