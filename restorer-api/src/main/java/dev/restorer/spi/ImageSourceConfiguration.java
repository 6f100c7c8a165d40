package dev.restorer.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a source of images. Immutable.
 *
 * <pre>{@code
 * ImageSourceConfiguration.builder().insecureRegistries(Set.of("registry.local:5000")).build();
 * }</pre>
 *
 * @since 0.1
 */
public final class ImageSourceConfiguration {

    private final Builder values;

    private ImageSourceConfiguration(Builder values) {
        this.values = values;
    }

    /**
     * Starts a configuration.
     *
     * @return a builder that has a default for everything
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns which image is taken from an index.
     *
     * @return the platform, by default Linux on the architecture of this JVM
     */
    public ImagePlatform platform() {
        return values.platform;
    }

    /**
     * Returns the directory of OCI layouts that is used instead of registries. (Platform specification, OCI image
     * layout)
     *
     * @return the directory, or null, the default, if registries are used
     */
    public @Nullable Path layoutDirectory() {
        return values.layoutDirectory;
    }

    /**
     * Returns the registries that are contacted without TLS, or with TLS whose certificates are not verified.
     *
     * @return hosts, with the port if they have one, exactly as references name them; none by default
     */
    public Set<String> insecureRegistries() {
        return values.insecureRegistries;
    }

    /**
     * Returns the credentials that take precedence over those of the environment.
     *
     * @return the credentials, none by default
     */
    public ImageCredentials credentials() {
        return values.credentials;
    }

    /**
     * Returns the environment: {@code CNB_REGISTRY_AUTH}, {@code DOCKER_CONFIG}, {@code HOME},
     * {@code REGISTRY_AUTH_FILE}, {@code XDG_RUNTIME_DIR}, {@code PATH} for credentials, {@code HTTPS_PROXY},
     * {@code HTTP_PROXY}, {@code NO_PROXY}, {@code SSL_CERT_FILE} and {@code SSL_CERT_DIR}. Nothing else is read of the
     * environment.
     *
     * @return the variables, by default those of this process
     */
    public Map<String, String> environment() {
        return values.environment;
    }

    /**
     * Returns the content of files that this process may not be able to read. It is used in place of the files, wherever
     * the environment leads to them.
     *
     * @return the content by path, none by default; an empty array means that there is no such file
     */
    public Map<Path, byte[]> files() {
        return values.files;
    }

    /**
     * Returns how long it may take to connect.
     *
     * @return more than zero, 10 seconds by default
     */
    public Duration connectTimeout() {
        return values.connectTimeout;
    }

    /**
     * Returns how long a read may wait for bytes, and how long a credential helper program may run.
     *
     * @return more than zero, 30 seconds by default
     */
    public Duration readTimeout() {
        return values.readTimeout;
    }

    /**
     * Returns how long finding an image may take, or reading a layer from its opening to its end, including retries.
     *
     * @return more than zero, 30 minutes by default
     */
    public Duration timeout() {
        return values.timeout;
    }

    /**
     * Returns the maximum number of connections in use. An open layer uses one until its end is read or it is closed; a
     * call that needs another one waits.
     *
     * @return at least 1, 4 by default
     */
    public int maxConnections() {
        return values.maxConnections;
    }

    /** Leaves out credentials and environment. */
    @Override
    public String toString() {
        return "ImageSourceConfiguration[" + platform() + "]";
    }

    /** Makes a configuration. For use by one thread. */
    public static final class Builder {

        private ImagePlatform platform = ImagePlatform.linux(System.getProperty("os.arch", ""));
        private @Nullable Path layoutDirectory;
        private Set<String> insecureRegistries = Set.of();
        private ImageCredentials credentials = ImageCredentials.none();
        private Map<String, String> environment = Map.copyOf(System.getenv());
        private Map<Path, byte[]> files = Map.of();
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofSeconds(30);
        private Duration timeout = Duration.ofMinutes(30);
        private int maxConnections = 4;

        private Builder() {}

        private Builder(Builder other) {
            platform = other.platform;
            layoutDirectory = other.layoutDirectory;
            insecureRegistries = other.insecureRegistries;
            credentials = other.credentials;
            environment = other.environment;
            files = other.files;
            connectTimeout = other.connectTimeout;
            readTimeout = other.readTimeout;
            timeout = other.timeout;
            maxConnections = other.maxConnections;
        }

        /**
         * Sets which image is taken from an index.
         *
         * @param value the platform
         * @return this builder
         */
        public Builder platform(ImagePlatform value) {
            platform = Objects.requireNonNull(value, "platform");
            return this;
        }

        /**
         * Sets the directory of OCI layouts that takes the place of all registries.
         *
         * @param value the directory, or null for registries
         * @return this builder
         */
        public Builder layoutDirectory(@Nullable Path value) {
            layoutDirectory = value;
            return this;
        }

        /**
         * Sets which registries are asked without TLS, or with TLS that proves nothing.
         *
         * @param value hosts, with the port if they have one, exactly as references name them
         * @return this builder
         */
        public Builder insecureRegistries(Set<String> value) {
            insecureRegistries = Set.copyOf(value);
            return this;
        }

        /**
         * Sets credentials that are asked first.
         *
         * @param value the credentials
         * @return this builder
         */
        public Builder credentials(ImageCredentials value) {
            credentials = Objects.requireNonNull(value, "credentials");
            return this;
        }

        /**
         * Sets the environment.
         *
         * @param value the variables
         * @return this builder
         */
        public Builder environment(Map<String, String> value) {
            environment = Map.copyOf(value);
            return this;
        }

        /**
         * Sets the content of files that this process may not be able to read.
         *
         * @param value the content by path, where an empty array means that there is no such file; the arrays are kept, so
         *     the caller must not change them afterwards
         * @return this builder
         */
        public Builder files(Map<Path, byte[]> value) {
            files = Map.copyOf(value);
            return this;
        }

        /**
         * Sets how long it may take to connect.
         *
         * @param value more than zero
         * @return this builder
         */
        public Builder connectTimeout(Duration value) {
            connectTimeout = positive(value, "connectTimeout");
            return this;
        }

        /**
         * Sets how long a read may wait for bytes.
         *
         * @param value more than zero
         * @return this builder
         */
        public Builder readTimeout(Duration value) {
            readTimeout = positive(value, "readTimeout");
            return this;
        }

        /**
         * Sets how long it may take to find an image, or from the opening of a layer to its end.
         *
         * @param value more than zero
         * @return this builder
         */
        public Builder timeout(Duration value) {
            timeout = positive(value, "timeout");
            return this;
        }

        /**
         * Sets how many connections may be in use at once.
         *
         * @param value at least 1
         * @return this builder
         */
        public Builder maxConnections(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("maxConnections is " + value + ", and must be at least 1");
            }
            maxConnections = value;
            return this;
        }

        private static Duration positive(Duration value, String name) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException(name + " is " + value + ", and must be more than zero");
            }
            return value;
        }

        /**
         * Makes the configuration.
         *
         * @return a configuration, which later changes of this builder do not reach
         */
        public ImageSourceConfiguration build() {
            return new ImageSourceConfiguration(new Builder(this));
        }
    }
}
