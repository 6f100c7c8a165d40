package dev.restorer.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What became of the SBOM layer of the cache.
 *
 * @since 0.1
 */
public sealed interface SbomOutcome {

    /**
     * Returns the diff id of the SBOM layer.
     *
     * @return the diff id that the cache has for it
     */
    String diffId();

    /**
     * Its files are beside the layers that they are about.
     *
     * @param diffId the diff id of the SBOM layer
     * @param files the files that were written, in order
     */
    record Restored(String diffId, List<Path> files) implements SbomOutcome {

        /** Copies the list. */
        public Restored {
            Objects.requireNonNull(diffId, "diffId");
            files = List.copyOf(files);
        }
    }

    /**
     * None of its files was restored.
     *
     * @param diffId the diff id of the SBOM layer
     * @param cause why, in words for a person
     */
    record NotRestored(String diffId, String cause) implements SbomOutcome {

        /** Checks that nothing is null. */
        public NotRestored {
            Objects.requireNonNull(diffId, "diffId");
            Objects.requireNonNull(cause, "cause");
        }
    }
}
