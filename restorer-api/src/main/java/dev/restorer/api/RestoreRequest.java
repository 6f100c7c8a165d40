package dev.restorer.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a restore depends on, apart from the files in the layers directory. Immutable.
 *
 * @since 0.1
 */
public final class RestoreRequest {

    private final Path layersDirectory;
    private final List<Buildpack> group;
    private final AppMetadata appMetadata;
    private final CacheMetadata cacheMetadata;
    private final String platformApi;
    private final boolean skipLayers;
    private final @Nullable Owner owner;

    private RestoreRequest(Builder builder) {
        layersDirectory = builder.layersDirectory;
        group = builder.group;
        appMetadata = builder.appMetadata;
        cacheMetadata = builder.cacheMetadata;
        platformApi = builder.platformApi;
        skipLayers = builder.skipLayers;
        owner = builder.owner;
    }

    /**
     * Returns a builder for a request with no buildpacks, no metadata, and the newest known Platform API.
     *
     * @param layersDirectory the layers directory, a path of the default file system
     * @return a builder
     */
    public static Builder in(Path layersDirectory) {
        return new Builder(layersDirectory);
    }

    /**
     * Returns the layers directory, which has a directory for each buildpack.
     *
     * @return the layers directory, which is created if it does not exist
     */
    public Path layersDirectory() {
        return layersDirectory;
    }

    /**
     * Returns the buildpacks of the build.
     *
     * @return the buildpacks, in order, without image extensions
     */
    public List<Buildpack> group() {
        return group;
    }

    /**
     * Returns the metadata of the previous app image.
     *
     * @return the metadata
     */
    public AppMetadata appMetadata() {
        return appMetadata;
    }

    /**
     * Returns the metadata of the cache.
     *
     * @return the metadata
     */
    public CacheMetadata cacheMetadata() {
        return cacheMetadata;
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
     * Tells whether layers are skipped.
     *
     * @return whether only the {@code store.toml} files of buildpacks are restored
     */
    public boolean skipLayers() {
        return skipLayers;
    }

    /**
     * Returns the owner that every entry of the layers directory has after the restore.
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
        private final Path layersDirectory;
        private List<Buildpack> group = List.of();
        private AppMetadata appMetadata = AppMetadata.empty();
        private CacheMetadata cacheMetadata = CacheMetadata.empty();
        private String platformApi = KnownApis.newestPlatform().toString();
        private boolean skipLayers;
        private @Nullable Owner owner;

        private Builder(Path layersDirectory) {
            this.layersDirectory = Objects.requireNonNull(layersDirectory, "layersDirectory");
        }

        /**
         * Sets the buildpacks of the build.
         *
         * @param buildpacks the buildpacks, in order; copied
         * @return this builder
         */
        public Builder group(List<Buildpack> buildpacks) {
            this.group = List.copyOf(buildpacks);
            return this;
        }

        /**
         * Sets the buildpacks of the build. What its image extensions need is recorded by
         * {@link dev.restorer.BaseImageRecorder}.
         *
         * @param group the group, as {@link dev.restorer.MetadataReader#readGroup} returns it
         * @return this builder
         */
        public Builder group(Group group) {
            return group(group.buildpacks());
        }

        /**
         * Sets the metadata of the previous app image.
         *
         * @param metadata the metadata from a label or an {@code analyzed.toml}
         * @return this builder
         */
        public Builder appMetadata(AppMetadata metadata) {
            this.appMetadata = Objects.requireNonNull(metadata, "metadata");
            return this;
        }

        /**
         * Sets the metadata of the cache.
         *
         * @param metadata the metadata
         * @return this builder
         */
        public Builder cacheMetadata(CacheMetadata metadata) {
            this.cacheMetadata = Objects.requireNonNull(metadata, "metadata");
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
         * Sets whether layers are skipped.
         *
         * @param skip whether only {@code store.toml} files are restored
         * @return this builder
         */
        public Builder skipLayers(boolean skip) {
            this.skipLayers = skip;
            return this;
        }

        /**
         * Sets the owner that every entry of the layers directory has after the restore.
         *
         * @param owner the owner, or null for the user of this process; only root can set another one
         * @return this builder
         */
        public Builder owner(@Nullable Owner owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         */
        public RestoreRequest build() {
            return new RestoreRequest(this);
        }
    }
}
