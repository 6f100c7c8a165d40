package dev.restorer.cli.settings;

import dev.restorer.cli.images.ImageAccess;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The images that are read, and where.
 *
 * @param cache the reference of the cache image, or null
 * @param previous the reference of the previous image, or null
 * @param previousHasPrecedence whether the previous image is used whatever an {@code analyzed.toml} has, since it was
 *     given with a flag
 * @param layoutRequestedBy the flag or variable that has app images and base images read from OCI layouts, or null for
 *     registries
 * @param layoutDirectory the directory of OCI layouts; null for registries, or if none is given and needed
 * @param insecureRegistries the registries that are contacted without verified TLS
 */
public record ImageSettings(
        @Nullable String cache,
        @Nullable String previous,
        boolean previousHasPrecedence,
        @Nullable String layoutRequestedBy,
        @Nullable Path layoutDirectory,
        Set<String> insecureRegistries) {

    /**
     * Tells whether app images and base images are read from OCI layouts.
     *
     * @return whether they are
     */
    public boolean usesLayout() {
        return layoutRequestedBy != null;
    }

    /**
     * Gives access to the images. A source is opened only if an image is read.
     *
     * @param opening opens a source
     * @param process has the variables and files that credentials are read from
     * @return the access, to be closed by the caller
     */
    public ImageAccess open(Function<ImageSourceConfiguration, ImageSource> opening, ProcessContext process) {
        return new ImageAccess(opening, layoutDirectory, insecureRegistries, process::imageEnvironment);
    }
}
