package dev.restorer.api;

import java.util.Objects;

/**
 * What a buildpack keeps from build to build beside its layers. (Buildpack specification, store.toml)
 *
 * @param metadata what the buildpack noted; {@link Metadata#none()} writes an empty file
 * @since 0.1
 */
public record StoreMetadata(Metadata metadata) {

    /** Checks that nothing is null. */
    public StoreMetadata {
        Objects.requireNonNull(metadata, "metadata");
    }
}
