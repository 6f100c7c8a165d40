package dev.restorer;

import dev.restorer.api.ContentsLimits;
import dev.restorer.spi.ContentsListener;
import dev.restorer.spi.LayerCache;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Where contents come from, and how they are restored. Immutable.
 *
 * @since 0.1
 */
public final class ContentsOptions {

    private final LayerCache cache;
    private final ContentsLimits limits;
    private final int parallelism;
    private final @Nullable Executor executor;
    private final ContentsListener listener;
    private final Cancellation cancellation;

    private ContentsOptions(Builder builder) {
        cache = builder.cache;
        limits = Objects.requireNonNull(builder.limits, "limits");
        parallelism = builder.parallelism;
        executor = builder.executor;
        listener = Objects.requireNonNull(builder.listener, "listener");
        cancellation = Objects.requireNonNull(builder.cancellation, "cancellation");
        if (parallelism < 1) {
            throw new IllegalArgumentException("At least one layer must be restored at a time");
        }
    }

    /**
     * Starts with the defaults: as many layers at once as there are processors, nobody told.
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
     * Returns how much one layer may hold.
     *
     * @return the limits
     */
    public ContentsLimits limits() {
        return limits;
    }

    /**
     * Returns how many layers are restored at once.
     *
     * @return how many, at most
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Returns what runs the work beyond the calling thread, which always takes part, so that no executor can be too
     * small.
     *
     * @return the executor, or null for threads that are made for the restore and end with it
     */
    public @Nullable Executor executor() {
        return executor;
    }

    /**
     * Returns what is told how far it is.
     *
     * @return the listener
     */
    public ContentsListener listener() {
        return listener;
    }

    /**
     * Returns what ends it early.
     *
     * @return the cancellation
     */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Builds options. Not safe for use by several threads at once. */
    public static final class Builder {
        private final LayerCache cache;
        private ContentsLimits limits = ContentsLimits.defaults();
        private int parallelism = Runtime.getRuntime().availableProcessors();
        private @Nullable Executor executor;
        private ContentsListener listener = (layer, bytes, size) -> {};
        private Cancellation cancellation = new Cancellation();

        private Builder(LayerCache cache) {
            this.cache = Objects.requireNonNull(cache, "cache");
        }

        /**
         * Sets how much one layer may hold.
         *
         * @param most the limits
         * @return this builder
         */
        public Builder limits(ContentsLimits most) {
            this.limits = most;
            return this;
        }

        /**
         * Sets how many layers are restored at once.
         *
         * @param layers how many, at most
         * @return this builder
         */
        public Builder parallelism(int layers) {
            this.parallelism = layers;
            return this;
        }

        /**
         * Sets what runs the work beyond the calling thread.
         *
         * @param runs an executor, which is not shut down
         * @return this builder
         */
        public Builder executor(Executor runs) {
            this.executor = Objects.requireNonNull(runs, "runs");
            return this;
        }

        /**
         * Sets what is told how far it is.
         *
         * @param told the listener
         * @return this builder
         */
        public Builder listener(ContentsListener told) {
            this.listener = told;
            return this;
        }

        /**
         * Sets what ends it early.
         *
         * @param ends the cancellation
         * @return this builder
         */
        public Builder cancellation(Cancellation ends) {
            this.cancellation = ends;
            return this;
        }

        /**
         * Builds the options.
         *
         * @return the options
         * @throws NullPointerException if something was set to null
         * @throws IllegalArgumentException if no layer may be restored at a time
         */
        public ContentsOptions build() {
            return new ContentsOptions(this);
        }
    }
}
