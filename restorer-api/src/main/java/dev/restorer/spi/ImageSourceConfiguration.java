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
     * Returns a builder.
     *
     * @return a builder with the default of each property
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the platform of the image that is chosen from an index.
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
     * @return hosts, and ports if references have them, exactly as in references; none by default
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
     * Returns the environment: {@code CNB_REGISTRY_AUTH}, {@code DOCKER_AUTH_CONFIG}, {@code DOCKER_CONFIG},
     * {@code HOME}, {@code REGISTRY_AUTH_FILE}, {@code XDG_RUNTIME_DIR}, {@code PATH} for credentials,
     * {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code NO_PROXY}, {@code SSL_CERT_FILE} and {@code SSL_CERT_DIR}. No
     * other variables are read.
     *
     * @return the variables, by default those of this process
     */
    public Map<String, String> environment() {
        return values.environment;
    }

    /**
     * Returns the content of files that this process may not be able to read. It is used in place of the files,
     * wherever the environment leads to them.
     *
     * @return the content by path, none by default; an empty array means that there is no such file
     */
    public Map<Path, byte[]> files() {
        return values.files;
    }

    /**
     * Returns the time limit for connecting.
     *
     * @return more than zero and at most 365 days, 10 seconds by default
     */
    public Duration connectTimeout() {
        return values.connectTimeout;
    }

    /**
     * Returns the time limit for a read, and for a credential helper program.
     *
     * @return more than zero and at most 365 days, 30 seconds by default
     */
    public Duration readTimeout() {
        return values.readTimeout;
    }

    /**
     * Returns the time limit for finding an image, and for reading a layer from its opening to its end, with retries.
     *
     * @return more than zero and at most 365 days, 30 minutes by default
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

    /** Returns a string without credentials and environment. */
    @Override
    public String toString() {
        return "ImageSourceConfiguration[" + platform() + "]";
    }

    /**
     * Builds a configuration. Not safe for use by several threads.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final Duration MAX_TIMEOUT = Duration.ofDays(365);

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
         * Sets the platform of the image that is chosen from an index.
         *
         * @param value the platform
         * @return this builder
         */
        public Builder platform(ImagePlatform value) {
            platform = Objects.requireNonNull(value, "platform");
            return this;
        }

        /**
         * Sets the directory of OCI layouts that is used instead of registries.
         *
         * @param value the directory, or null for registries
         * @return this builder
         */
        public Builder layoutDirectory(@Nullable Path value) {
            layoutDirectory = value;
            return this;
        }

        /**
         * Sets the registries that are contacted without TLS, or with TLS whose certificates are not verified.
         *
         * @param value hosts, and ports if references have them, exactly as in references
         * @return this builder
         */
        public Builder insecureRegistries(Set<String> value) {
            insecureRegistries = Set.copyOf(value);
            return this;
        }

        /**
         * Sets the credentials that take precedence over those of the environment.
         *
         * @param value the credentials
         * @return this builder
         */
        public Builder credentials(ImageCredentials value) {
            credentials = Objects.requireNonNull(value, "credentials");
            return this;
        }

        /**
         * Sets the environment variables.
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
         * @param value the content by path, where an empty array means that there is no such file; the arrays are kept,
         *     so the caller must not change them afterwards
         * @return this builder
         */
        public Builder files(Map<Path, byte[]> value) {
            files = Map.copyOf(value);
            return this;
        }

        /**
         * Sets the time limit for connecting.
         *
         * @param value more than zero and at most 365 days
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder connectTimeout(Duration value) {
            connectTimeout = timeLimit(value, "connectTimeout");
            return this;
        }

        /**
         * Sets the time limit for a read, and for a credential helper program.
         *
         * @param value more than zero and at most 365 days
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder readTimeout(Duration value) {
            readTimeout = timeLimit(value, "readTimeout");
            return this;
        }

        /**
         * Sets the time limit for finding an image, and for reading a layer from its opening to its end, with retries.
         *
         * @param value more than zero and at most 365 days
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder timeout(Duration value) {
            timeout = timeLimit(value, "timeout");
            return this;
        }

        /**
         * Sets the maximum number of connections in use.
         *
         * @param value at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maxConnections(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("maxConnections is " + value + ", and must be at least 1");
            }
            maxConnections = value;
            return this;
        }

        private static Duration timeLimit(Duration value, String name) {
            if (value.isZero() || value.isNegative() || value.compareTo(MAX_TIMEOUT) > 0) {
                throw new IllegalArgumentException(
                        name + " is " + value + ", and must be more than zero and at most " + MAX_TIMEOUT);
            }
            return value;
        }

        /**
         * Builds the configuration.
         *
         * @return a configuration, which later changes of this builder do not affect
         */
        public ImageSourceConfiguration build() {
            return new ImageSourceConfiguration(new Builder(this));
        }
    }
}
