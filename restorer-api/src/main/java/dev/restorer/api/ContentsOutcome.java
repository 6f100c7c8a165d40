package dev.restorer.api;

import java.time.Duration;
import java.util.Objects;

/**
 * The outcome of one decision about contents.
 *
 * @since 0.1
 */
public sealed interface ContentsOutcome {

    /**
     * Returns the decision.
     *
     * @return the decision
     */
    ContentsDecision decision();

    /**
     * The contents were restored.
     *
     * @param decision the decision
     * @param bytes the total size of its regular files
     * @param files the number of its entries: files, directories and links
     * @param time how long it took to read, verify and write them
     * @since 0.1
     */
    record Restored(ContentsDecision decision, long bytes, long files, Duration time) implements ContentsOutcome {

        /**
         * Checks that nothing is null.
         *
         * @param decision the decision
         * @param bytes the total size of its regular files
         * @param files the number of its entries: files, directories and links
         * @param time how long it took to read, verify and write them
         * @throws NullPointerException if decision or time is null
         */
        public Restored {
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(time, "time");
        }
    }

    /**
     * The layer was removed: its directory and its files. A mount point at its place is emptied. A file or directory
     * that could not be removed remains, and a warning names it.
     *
     * @param decision the decision, which may have been to restore the contents
     * @param kind the kind of cause, for programs
     * @param cause why the layer was removed, for people
     * @since 0.1
     */
    record Removed(ContentsDecision decision, RemovalKind kind, String cause) implements ContentsOutcome {

        /**
         * Checks that nothing is null.
         *
         * @param decision the decision, which may have been to restore the contents
         * @param kind the kind of cause, for programs
         * @param cause why the layer was removed, for people
         * @throws NullPointerException if one of them is null
         */
        public Removed {
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(cause, "cause");
        }
    }
}
