package dev.restorer.images;

import dev.restorer.images.credentials.CredentialSources;
import dev.restorer.images.layout.LayoutImages;
import dev.restorer.images.reference.LayoutReference;
import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.RegistryImages;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageReferenceException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds images in registries and OCI layouts, depending on their references. */
final class StoredImages implements ImageSource {

    /** A path as long as Linux supports, with a tag or a digest. */
    private static final int MAX_CHARACTERS = 4_096 + 256;

    private final @Nullable Path layoutDirectory;
    private final LayoutImages layouts;
    private final CredentialSources credentials;
    private final @Nullable RegistryImages registries;
    private volatile boolean isClosed;

    StoredImages(ImageSourceConfiguration configuration) {
        layoutDirectory = configuration.layoutDirectory();
        layouts = new LayoutImages(configuration.platform());
        credentials = CredentialSources.of(configuration);
        registries = layoutDirectory == null ? new RegistryImages(configuration, credentials) : null;
    }

    @Override
    public Optional<Image> image(String reference) {
        if (isClosed) {
            throw new IllegalStateException("the image source is closed");
        }
        requireLength(reference);
        if (layoutDirectory != null && reference.startsWith("/")) {
            return layouts.atPath(reference, layoutDirectory);
        }
        Reference parsed = Reference.parse(reference);
        if (parsed instanceof LayoutReference layout) {
            return layouts.inLayout(layout);
        }
        RegistryReference registry = (RegistryReference) parsed;
        return registries == null
                ? layouts.inDirectory(registry, Objects.requireNonNull(layoutDirectory))
                : registries.image(registry);
    }

    @Override
    public String repository(String reference) {
        requireLength(reference);
        if (layoutDirectory != null && reference.startsWith("/")) {
            return reference;
        }
        return Reference.parse(reference).withoutTagOrDigest();
    }

    /** Errors repeat a reference. */
    private static void requireLength(String reference) {
        if (reference.length() > MAX_CHARACTERS) {
            throw new ImageReferenceException(
                    reference,
                    MAX_CHARACTERS,
                    "it exceeds " + MAX_CHARACTERS + " characters",
                    "Use a shorter reference, such as one of an image in a directory with a shorter path");
        }
    }

    @Override
    public void close() {
        isClosed = true;
        credentials.close();
        if (registries != null) {
            registries.close();
        }
    }
}
