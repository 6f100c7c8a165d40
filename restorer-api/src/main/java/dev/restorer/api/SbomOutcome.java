package dev.restorer.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The outcome for the SBOM layer of the cache.
 *
 * @since 0.1
 */
public sealed interface SbomOutcome {

    /**
     * Returns the diff id of the SBOM layer.
     *
     * @return the diff id in the metadata of the cache
     */
    String diffId();

    /**
     * The files of the SBOM layer were written next to the layers that they describe.
     *
     * @param diffId the diff id of the SBOM layer
     * @param files the files that were written, in order
     * @since 0.1
     */
    record Restored(String diffId, List<Path> files) implements SbomOutcome {

        /**
         * Copies the list.
         *
         * @param diffId the diff id of the SBOM layer
         * @param files the files that were written, in order
         * @throws NullPointerException if one of them is null
         */
        public Restored {
            Objects.requireNonNull(diffId, "diffId");
            files = List.copyOf(files);
        }
    }

    /**
     * No file of the SBOM layer was restored.
     *
     * @param diffId the diff id of the SBOM layer
     * @param cause why not, for people
     * @since 0.1
     */
    record NotRestored(String diffId, String cause) implements SbomOutcome {

        /**
         * Checks that nothing is null.
         *
         * @param diffId the diff id of the SBOM layer
         * @param cause why not, for people
         * @throws NullPointerException if one of them is null
         */
        public NotRestored {
            Objects.requireNonNull(diffId, "diffId");
            Objects.requireNonNull(cause, "cause");
        }
    }
}
