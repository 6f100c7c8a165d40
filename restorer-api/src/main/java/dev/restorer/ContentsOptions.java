package dev.restorer;

import dev.restorer.api.ContentsLimits;
import dev.restorer.spi.ContentsListener;
import dev.restorer.spi.LayerCache;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Where contents come from, and how they are restored.
 *
 * @param cache the cache that has them
 * @param limits how much one layer may hold
 * @param parallelism how many layers are restored at once, at most
 * @param executor what runs the work beyond the calling thread, which always takes part, so that no executor can be too
 *     small; null for threads that are made for the restore and end with it
 * @param listener what is told how far it is
 * @param cancellation what ends it early
 * @since 0.1
 */
public record ContentsOptions(
        LayerCache cache,
        ContentsLimits limits,
        int parallelism,
        @Nullable Executor executor,
        ContentsListener listener,
        Cancellation cancellation) {

    /** Checks that nothing but the executor is null, and that something can run. */
    public ContentsOptions {
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(cancellation, "cancellation");
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
            return new ContentsOptions(cache, limits, parallelism, executor, listener, cancellation);
        }
    }
}
