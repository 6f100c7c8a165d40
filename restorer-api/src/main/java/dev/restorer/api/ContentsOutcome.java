package dev.restorer.api;

import java.time.Duration;
import java.util.Objects;

/**
 * What became of one decision about contents.
 *
 * @since 0.1
 */
public sealed interface ContentsOutcome {

    /**
     * Returns what was decided.
     *
     * @return the decision
     */
    ContentsDecision decision();

    /**
     * The contents are in place.
     *
     * @param decision what was decided
     * @param bytes how many bytes its regular files have
     * @param files how many entries it has: files, directories and links
     * @param time how long it took to read, check and write them
     */
    record Restored(ContentsDecision decision, long bytes, long files, Duration time) implements ContentsOutcome {

        /** Checks that nothing is null. */
        public Restored {
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(time, "time");
        }
    }

    /**
     * The layer is gone: its directory and its files. A mount point in its place is empty. What could not be removed
     * stays, and a warning names it.
     *
     * @param decision what was decided, which may have been to restore it
     * @param kind what kind of cause it has, for a program
     * @param cause why it is gone, in words for a person
     */
    record Removed(ContentsDecision decision, RemovalKind kind, String cause) implements ContentsOutcome {

        /** Checks that nothing is null. */
        public Removed {
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(cause, "cause");
        }
    }
}
