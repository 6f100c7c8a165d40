package dev.restorer.api;

import java.util.Objects;

/**
 * The content of a buildpack's {@code store.toml}, which is kept from build to build. (Buildpack specification,
 * store.toml)
 *
 * @param metadata the metadata; for {@link Metadata#none()} an empty file is written
 * @since 0.1
 */
public record StoreMetadata(Metadata metadata) {

    /**
     * Checks that nothing is null.
     *
     * @param metadata the metadata
     * @throws NullPointerException if metadata is null
     */
    public StoreMetadata {
        Objects.requireNonNull(metadata, "metadata");
    }
}
