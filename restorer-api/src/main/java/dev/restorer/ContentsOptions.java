package dev.restorer;

import dev.restorer.api.ContentsLimits;
import dev.restorer.spi.ContentsListener;
import dev.restorer.spi.LayerCache;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The cache that contents are restored from, and how they are restored. Immutable.
 *
 * @since 0.1
 */
public final class ContentsOptions {

    private final LayerCache cache;
    private final @Nullable LayerCache previousImage;
    private final ContentsLimits limits;
    private final int parallelism;
    private final @Nullable Executor executor;
    private final ContentsListener listener;
    private final Cancellation cancellation;

    private ContentsOptions(Builder builder) {
        cache = builder.cache;
        previousImage = builder.previousImage;
        limits = builder.limits;
        parallelism = builder.parallelism;
        executor = builder.executor;
        listener = builder.listener;
        cancellation = builder.cancellation;
        if (parallelism < 1) {
            throw new IllegalArgumentException(
                    "The number of layers that are restored at once must be at least 1, and is " + parallelism);
        }
    }

    /**
     * Returns a builder with the defaults: as many layers at once as there are processors, the default limits, and no
     * listener.
     *
     * @param cache the cache that has the contents, or {@link LayerCache#none()}
     * @return a builder
     */
    public static Builder from(LayerCache cache) {
        return new Builder(cache);
    }

    /**
     * Returns the cache that has the contents.
     *
     * @return the cache
     */
    public LayerCache cache() {
        return cache;
    }

    /**
     * Returns the layers of the previous image. The one that the app metadata names has the SBOM files of launch
     * layers.
     *
     * @return the layers, or null if the analyzer has left the SBOM files of launch layers in the layers directory
     */
    public @Nullable LayerCache previousImage() {
        return previousImage;
    }

    /**
     * Returns the limits of one layer's contents.
     *
     * @return the limits
     */
    public ContentsLimits limits() {
        return limits;
    }

    /**
     * Returns how many layers are restored at once. Threads that have no layer left help with the others, so this is
     * also the maximum number of threads that take part.
     *
     * @return the maximum number of layers
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Returns the executor that restores layers, or helps with them, in addition to the calling thread. The calling
     * thread always takes part, so a restore completes even if the executor runs no task. Only the calling thread calls
     * it.
     *
     * @return the executor, or null for daemon threads that all such restores of the JVM share, twice as many as there
     *     are processors, and at least four
     */
    public @Nullable Executor executor() {
        return executor;
    }

    /**
     * Returns the listener that receives the progress.
     *
     * @return the listener
     */
    public ContentsListener listener() {
        return listener;
    }

    /**
     * Returns the object that cancels the restore.
     *
     * @return the cancellation
     */
    public Cancellation cancellation() {
        return cancellation;
    }

    /**
     * Builds options. Each method throws {@link NullPointerException} for a null argument. Not safe for use by several
     * threads at once.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final LayerCache cache;
        private @Nullable LayerCache previousImage;
        private ContentsLimits limits = ContentsLimits.defaults();
        private int parallelism = Runtime.getRuntime().availableProcessors();
        private @Nullable Executor executor;
        private ContentsListener listener = (layer, bytes, size) -> {};
        private Cancellation cancellation = new Cancellation();

        private Builder(LayerCache cache) {
            this.cache = Objects.requireNonNull(cache, "cache");
        }

        /**
         * Sets the layers of the previous image, of which only the SBOM layer is read. Files that an analyzer has left
         * in the layers directory are then removed, and not used.
         *
         * @param layers the layers, such as an {@link dev.restorer.spi.ImageLayerCache}; the request has the app
         *     metadata of the same image
         * @return this builder
         */
        public Builder previousImage(LayerCache layers) {
            this.previousImage = Objects.requireNonNull(layers, "layers");
            return this;
        }

        /**
         * Sets the limits of one layer's contents.
         *
         * @param limits the limits
         * @return this builder
         */
        public Builder limits(ContentsLimits limits) {
            this.limits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /**
         * Sets how many layers are restored at once, which is also the maximum number of threads that take part.
         *
         * @param parallelism the maximum number of layers, at least 1, which {@link #build} checks
         * @return this builder
         */
        public Builder parallelism(int parallelism) {
            this.parallelism = parallelism;
            return this;
        }

        /**
         * Sets the executor that restores layers in addition to the calling thread, such as one of virtual threads. If
         * it rejects tasks, as after {@link java.util.concurrent.ExecutorService#shutdown}, the calling thread does
         * their work. If it interrupts a thread that restores a layer, as
         * {@link java.util.concurrent.ExecutorService#shutdownNow} does, the restore is cancelled.
         *
         * @param executor the executor, which is not shut down
         * @return this builder
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Sets the listener that receives the progress.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(ContentsListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Sets the object that cancels the restore.
         *
         * @param cancellation the cancellation
         * @return this builder
         */
        public Builder cancellation(Cancellation cancellation) {
            this.cancellation = Objects.requireNonNull(cancellation, "cancellation");
            return this;
        }

        /**
         * Builds the options.
         *
         * @return the options
         * @throws IllegalArgumentException if the parallelism is less than 1
         */
        public ContentsOptions build() {
            return new ContentsOptions(this);
        }
    }
}
