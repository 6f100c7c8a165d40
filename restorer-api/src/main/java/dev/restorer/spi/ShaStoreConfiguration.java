package dev.restorer.spi;

import dev.restorer.api.Owner;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a SHA store that is to be opened.
 *
 * @param scheme the part before the first colon, such as {@code files}; the scheme of a provider
 * @param rest the part after that colon, such as {@code /a/directory}; may be empty
 * @param layersDirectory the layers directory of the restore
 * @param owner the owner of the files that the store creates in the layers directory, or null for the user of this
 *     process
 * @since 0.1
 */
public record ShaStoreConfiguration(
        String scheme,
        String rest,
        Path layersDirectory,
        @Nullable Owner owner) {

    /**
     * Checks that no component except the owner is null.
     *
     * @param scheme the part before the first colon, such as {@code files}
     * @param rest the part after that colon, such as {@code /a/directory}
     * @param layersDirectory the layers directory of the restore
     * @param owner the owner of the files that the store creates in the layers directory, or null for the user of this
     *     process
     * @throws NullPointerException if scheme, rest or layersDirectory is null
     */
    public ShaStoreConfiguration {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(rest, "rest");
        Objects.requireNonNull(layersDirectory, "layersDirectory");
    }

    /**
     * Creates the configuration of a store whose files belong to the user of this process.
     *
     * @param scheme the part before the first colon
     * @param rest the part after that colon; may be empty
     * @param layersDirectory the layers directory of the restore
     */
    public ShaStoreConfiguration(String scheme, String rest, Path layersDirectory) {
        this(scheme, rest, layersDirectory, null);
    }

    /**
     * Returns the configuration as it was given.
     *
     * @return the scheme, a colon and the rest
     */
    public String uri() {
        return scheme + ":" + rest;
    }

    /** Returns a text without the rest, which may contain a password. */
    @Override
    public String toString() {
        return "ShaStoreConfiguration[" + scheme + ":…]";
    }
}
