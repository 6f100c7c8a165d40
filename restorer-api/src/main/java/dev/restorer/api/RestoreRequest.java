package dev.restorer.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a restore depends on, apart from what stands in the layers directory. Immutable.
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
        group = List.copyOf(builder.group);
        appMetadata = Objects.requireNonNull(builder.appMetadata, "appMetadata");
        cacheMetadata = Objects.requireNonNull(builder.cacheMetadata, "cacheMetadata");
        platformApi = Objects.requireNonNull(builder.platformApi, "platformApi");
        skipLayers = builder.skipLayers;
        owner = builder.owner;
    }

    /**
     * Starts a request: no buildpack, no metadata, the newest Platform API that is known.
     *
     * @param layersDirectory the layers directory
     * @return a builder
     */
    public static Builder in(Path layersDirectory) {
        return new Builder(layersDirectory);
    }

    /**
     * Returns the directory that holds a directory for each buildpack.
     *
     * @return the directory, which is made if it is not there
     */
    public Path layersDirectory() {
        return layersDirectory;
    }

    /**
     * Returns the buildpacks that take part.
     *
     * @return the buildpacks, in order, without image extensions
     */
    public List<Buildpack> group() {
        return group;
    }

    /**
     * Returns what the previous app image knows.
     *
     * @return its metadata
     */
    public AppMetadata appMetadata() {
        return appMetadata;
    }

    /**
     * Returns what the cache knows.
     *
     * @return its metadata
     */
    public CacheMetadata cacheMetadata() {
        return cacheMetadata;
    }

    /**
     * Returns the Platform API.
     *
     * @return the version as the platform states it, such as {@code 0.13}
     */
    public String platformApi() {
        return platformApi;
    }

    /**
     * Tells whether layers are left alone.
     *
     * @return whether only what buildpacks keep beside their layers ({@code store.toml}) is restored
     */
    public boolean skipLayers() {
        return skipLayers;
    }

    /**
     * Returns who every entry of the layers directory belongs to afterwards.
     *
     * @return the owner, or null for the user of this process
     */
    public @Nullable Owner owner() {
        return owner;
    }

    /** Builds a request. Not safe for use by several threads at once. */
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
         * Sets the buildpacks that take part.
         *
         * @param buildpacks the buildpacks, in order
         * @return this builder
         */
        public Builder group(List<Buildpack> buildpacks) {
            this.group = buildpacks;
            return this;
        }

        /**
         * Sets what the previous app image knows.
         *
         * @param metadata the read label or {@code analyzed.toml}
         * @return this builder
         */
        public Builder appMetadata(AppMetadata metadata) {
            this.appMetadata = metadata;
            return this;
        }

        /**
         * Sets what the cache knows.
         *
         * @param metadata the read metadata of the cache
         * @return this builder
         */
        public Builder cacheMetadata(CacheMetadata metadata) {
            this.cacheMetadata = metadata;
            return this;
        }

        /**
         * Sets the Platform API.
         *
         * @param version the version, such as {@code 0.13}
         * @return this builder
         */
        public Builder platformApi(String version) {
            this.platformApi = version;
            return this;
        }

        /**
         * Sets whether layers are left alone.
         *
         * @param skip whether only {@code store.toml} is restored
         * @return this builder
         */
        public Builder skipLayers(boolean skip) {
            this.skipLayers = skip;
            return this;
        }

        /**
         * Sets who every entry of the layers directory belongs to afterwards.
         *
         * @param entries the owner; another one than the user of this process needs a process of root
         * @return this builder
         */
        public Builder owner(Owner entries) {
            this.owner = Objects.requireNonNull(entries, "entries");
            return this;
        }

        /**
         * Builds the request.
         *
         * @return the request
         * @throws NullPointerException if something was set to null
         */
        public RestoreRequest build() {
            return new RestoreRequest(this);
        }
    }
}
