package dev.restorer.spi;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Which SHA store to open.
 *
 * @param scheme what stands before the first colon, such as {@code files}; the scheme of a provider
 * @param rest what stands behind that colon, such as {@code /a/dir}; may be empty
 * @param layersDirectory the layers directory of the restore
 * @since 0.1
 */
public record ShaStoreConfiguration(String scheme, String rest, Path layersDirectory) {

    /** Checks that nothing is null. */
    public ShaStoreConfiguration {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(rest, "rest");
        Objects.requireNonNull(layersDirectory, "layersDirectory");
    }

    /**
     * Returns the configuration as it was given.
     *
     * @return scheme, colon and rest
     */
    public String uri() {
        return scheme + ":" + rest;
    }

    /** Leaves out the rest, which may hold a password. */
    @Override
    public String toString() {
        return "ShaStoreConfiguration[" + scheme + ":…]";
    }
}
