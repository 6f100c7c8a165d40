package dev.restorer.spi;

import dev.restorer.api.Owner;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which SHA store to open.
 *
 * @param scheme what stands before the first colon, such as {@code files}; the scheme of a provider
 * @param rest what stands behind that colon, such as {@code /a/dir}; may be empty
 * @param layersDirectory the layers directory of the restore
 * @param owner who files that the store makes in the layers directory belong to, or null for the user of this process
 * @since 0.1
 */
public record ShaStoreConfiguration(
        String scheme,
        String rest,
        Path layersDirectory,
        @Nullable Owner owner) {

    /** Checks that nothing but the owner is null. */
    public ShaStoreConfiguration {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(rest, "rest");
        Objects.requireNonNull(layersDirectory, "layersDirectory");
    }

    /**
     * Configures a store whose files belong to the user of this process.
     *
     * @param scheme what stands before the first colon
     * @param rest what stands behind that colon; may be empty
     * @param layersDirectory the layers directory of the restore
     */
    public ShaStoreConfiguration(String scheme, String rest, Path layersDirectory) {
        this(scheme, rest, layersDirectory, null);
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
