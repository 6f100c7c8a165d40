package dev.restorer.api;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that the recording of base images depends on, apart from the content of the files that it names. Immutable.
 *
 * @since 0.1
 */
public final class BaseImageRequest {

    private final Path analyzed;
    private final boolean extensions;
    private final String platformApi;
    private final @Nullable String buildImage;
    private final Path runToml;
    private final Path kanikoDirectory;
    private final boolean daemon;
    private final boolean layout;
    private final MetadataLimits limits;
    private final @Nullable Owner owner;

    private BaseImageRequest(Builder builder) {
        analyzed = builder.analyzed;
        extensions = builder.extensions;
        platformApi = builder.platformApi;
        buildImage = builder.buildImage;
        runToml = builder.runToml;
        kanikoDirectory = builder.kanikoDirectory;
        daemon = builder.daemon;
        layout = builder.layout;
        limits = builder.limits;
        owner = builder.owner;
    }

    /**
     * Returns a builder for a request without extensions or a build image, and with the newest known Platform API.
     *
     * @param analyzed the {@code analyzed.toml}, which need not exist
     * @return a builder
     */
    public static Builder of(Path analyzed) {
        return new Builder(analyzed);
    }

    /**
     * Tells whether there may be an image to record. For most builds there is none, and no file has to be read for
     * that.
     *
     * @return whether the group has image extensions, or a build image is given
     */
    public boolean mayRecord() {
        return extensions || buildImage != null;
    }

    /**
     * Returns the {@code analyzed.toml}.
     *
     * @return the file
     */
    public Path analyzed() {
        return analyzed;
    }

    /**
     * Tells whether the group has image extensions.
     *
     * @return whether it has
     */
    public boolean extensions() {
        return extensions;
    }

    /**
     * Returns the Platform API.
     *
     * @return the version as the platform specifies it, such as {@code 0.13}
     */
    public String platformApi() {
        return platformApi;
    }

    /**
     * Returns the build image.
     *
     * @return its reference, or null if none is to be recorded
     */
    public @Nullable String buildImage() {
        return buildImage;
    }

    /**
     * Returns the file that lists run images and their mirrors.
     *
     * @return the file, which need not exist
     */
    public Path runToml() {
        return runToml;
    }

    /**
     * Returns the directory in which the extender expects manifest and config of the images that it extends.
     *
     * @return the directory, which is created if it is needed
     */
    public Path kanikoDirectory() {
        return kanikoDirectory;
    }

    /**
     * Tells whether the app image is exported to a daemon.
     *
     * @return whether it is
     */
    public boolean daemon() {
        return daemon;
    }

    /**
     * Tells whether images are in a directory of OCI layouts instead of registries.
     *
     * @return whether they are
     */
    public boolean layout() {
        return layout;
    }

    /**
     * Returns the limits of the files that are read.
     *
     * @return the limits
     */
    public MetadataLimits limits() {
        return limits;
    }

    /**
     * Returns the owner of the files that are written.
     *
     * @return the owner, or null for the user of this process
     */
    public @Nullable Owner owner() {
        return owner;
    }

    /**
     * Builds a request. Not safe for use by several threads at once.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Path analyzed;
        private boolean extensions;
        private String platformApi = KnownApis.newestPlatform().toString();
        private @Nullable String buildImage;
        private Path runToml = Path.of("/cnb/run.toml");
        private Path kanikoDirectory = Path.of("/kaniko");
        private boolean daemon;
        private boolean layout;
        private MetadataLimits limits = MetadataLimits.defaults();
        private @Nullable Owner owner;

        private Builder(Path analyzed) {
            this.analyzed = Objects.requireNonNull(analyzed, "analyzed");
        }

        /**
         * Sets whether the group has image extensions.
         *
         * @param has whether it has, as {@link Group#hasExtensions()} says
         * @return this builder
         */
        public Builder extensions(boolean has) {
            this.extensions = has;
            return this;
        }

        /**
         * Sets the Platform API.
         *
         * @param version the version, such as {@code 0.13}
         * @return this builder
         */
        public Builder platformApi(String version) {
            this.platformApi = Objects.requireNonNull(version, "version");
            return this;
        }

        /**
         * Sets the build image, which counts from Platform API 0.10 on.
         *
         * @param reference its reference, or null if none is to be recorded
         * @return this builder
         */
        public Builder buildImage(@Nullable String reference) {
            this.buildImage = reference;
            return this;
        }

        /**
         * Sets the file that lists run images and their mirrors, which counts from Platform API 0.14 on.
         *
         * @param file the file; the default is {@code /cnb/run.toml}
         * @return this builder
         */
        public Builder runToml(Path file) {
            this.runToml = Objects.requireNonNull(file, "file");
            return this;
        }

        /**
         * Sets the directory in which the extender expects manifest and config of the images that it extends.
         *
         * @param directory the directory; the default is {@code /kaniko}
         * @return this builder
         */
        public Builder kanikoDirectory(Path directory) {
            this.kanikoDirectory = Objects.requireNonNull(directory, "directory");
            return this;
        }

        /**
         * Sets whether the app image is exported to a daemon, which counts from Platform API 0.12 on.
         *
         * @param used whether it is
         * @return this builder
         */
        public Builder daemon(boolean used) {
            this.daemon = used;
            return this;
        }

        /**
         * Sets whether images are in a directory of OCI layouts, which counts from Platform API 0.12 on. The run image
         * is then not prepared for the extender, as in the lifecycle.
         *
         * @param used whether they are
         * @return this builder
         */
        public Builder layout(boolean used) {
            this.layout = used;
            return this;
        }

        /**
         * Sets the limits of the files that are read.
         *
         * @param metadataLimits the limits
         * @return this builder
         */
        public Builder limits(MetadataLimits metadataLimits) {
            this.limits = Objects.requireNonNull(metadataLimits, "metadataLimits");
            return this;
        }

        /**
         * Sets the owner of the files that are written.
         *
         * @param fileOwner the owner, or null for the user of this process; only root can set another one
         * @return this builder
         */
        public Builder owner(@Nullable Owner fileOwner) {
            this.owner = fileOwner;
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         */
        public BaseImageRequest build() {
            return new BaseImageRequest(this);
        }
    }
}
