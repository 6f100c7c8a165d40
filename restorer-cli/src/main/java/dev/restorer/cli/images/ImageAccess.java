package dev.restorer.cli.images;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources of images of one build. Each is opened when it is needed first, and closed with this object. Safe for use
 * by several threads.
 */
public final class ImageAccess implements AutoCloseable {

    /** As many layers are read at once, so that some wait for the registry while the processors unpack others. */
    public static final int CONNECTIONS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.cli");

    private final Function<ImageSourceConfiguration, ImageSource> opening;
    private final Supplier<ImageSourceConfiguration.Builder> configuration;
    private final OnDemand registries = new OnDemand(null);
    private final OnDemand appImages;
    private volatile boolean isClosed;

    /**
     * Creates access to images, and opens nothing.
     *
     * @param opening opens a source
     * @param layoutDirectory the directory of OCI layouts that has app images and base images, or null for registries
     * @param insecureRegistries the registries that are contacted without verified TLS
     * @param environment has the environment variables, and the content of files that this process cannot read
     */
    public ImageAccess(
            Function<ImageSourceConfiguration, ImageSource> opening,
            @Nullable Path layoutDirectory,
            Set<String> insecureRegistries,
            Supplier<ImageEnvironment> environment) {
        this.opening = opening;
        appImages = layoutDirectory == null ? registries : new OnDemand(layoutDirectory);
        configuration = () -> ImageSourceConfiguration.builder()
                .insecureRegistries(insecureRegistries)
                .environment(environment.get().variables())
                .files(environment.get().files())
                .maxConnections(CONNECTIONS);
    }

    /**
     * Returns the source for images that are always in a registry, such as those of the cache.
     *
     * @return the source, which this object closes
     * @throws dev.restorer.api.ProviderException if there is none
     */
    public ImageSource registries() {
        return registries.get();
    }

    /**
     * Returns the source for app images and base images: registries, or the directory of OCI layouts if there is one.
     *
     * @return the source, which this object closes
     * @throws dev.restorer.api.ProviderException if there is none
     */
    public ImageSource appImages() {
        return appImages.get();
    }

    /**
     * Returns the same source, which is opened for the first image.
     *
     * @return the source; closing it has no effect
     */
    public ImageSource appImagesOnDemand() {
        return new ImageSource() {
            @Override
            public Optional<Image> image(String reference) {
                return appImages().image(reference);
            }

            @Override
            public String repository(String reference) {
                return appImages().repository(reference);
            }

            @Override
            public void close() {
                // The access closes what was opened.
            }
        };
    }

    private static void warnIfMissing(Path layoutDirectory) {
        if (Files.notExists(layoutDirectory)) {
            LOG.warn(
                    "The layout directory {} does not exist, so no image is found in it. Name the one that has the images"
                            + " with --layout-dir (CNB_LAYOUT_DIR).",
                    layoutDirectory);
        }
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("the sources of images are closed");
        }
    }

    /**
     * Closes what was opened, so that calls in other threads end. A source that fails to close keeps no other open. One
     * that another thread opens is closed by that thread, since it may read files for long.
     */
    @Override
    public void close() {
        try (appImages;
                registries) {
            isClosed = true;
        }
    }

    /** A source that is opened by the first thread that needs it, while others wait for it. */
    private final class OnDemand implements AutoCloseable {

        private final @Nullable Path layouts;
        private final AtomicReference<@Nullable ImageSource> source = new AtomicReference<>();

        OnDemand(@Nullable Path layouts) {
            this.layouts = layouts;
        }

        synchronized ImageSource get() {
            ImageSource opened = source.get();
            return opened == null ? open() : opened;
        }

        private ImageSource open() {
            requireOpen();
            if (layouts != null) {
                warnIfMissing(layouts);
            }
            ImageSource opened =
                    opening.apply(configuration.get().layoutDirectory(layouts).build());
            source.set(opened);
            if (isClosed) {
                close();
                requireOpen();
            }
            return opened;
        }

        /** Closes the source, once. Does not wait for a thread that opens it. */
        @Override
        public void close() {
            ImageSource opened = source.getAndSet(null);
            if (opened != null) {
                opened.close();
            }
        }
    }
}
