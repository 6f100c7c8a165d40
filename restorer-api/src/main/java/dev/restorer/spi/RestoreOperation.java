package dev.restorer.spi;

import dev.restorer.api.LayerId;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An operation that a {@link RestoreListener} observes. Operations of a restore start and end within it. A later
 * release may add operations.
 *
 * @since 0.1
 */
public sealed interface RestoreOperation {

    /**
     * A restore: one call of a method of {@link dev.restorer.LayerRestorer}.
     *
     * @param steps what it restores
     * @param layersDirectory the layers directory
     * @since 0.1
     */
    record Restore(Steps steps, Path layersDirectory) implements RestoreOperation {

        /**
         * Checks that nothing is null.
         *
         * @param steps what it restores
         * @param layersDirectory the layers directory
         * @throws NullPointerException if one of them is null
         */
        public Restore {
            Objects.requireNonNull(steps, "steps");
            Objects.requireNonNull(layersDirectory, "layersDirectory");
        }
    }

    /**
     * The steps of a restore.
     *
     * @since 0.1
     */
    enum Steps {
        /** Metadata alone. */
        METADATA,
        /** Contents alone. */
        CONTENTS,
        /** Metadata, and then contents. */
        METADATA_AND_CONTENTS
    }

    /**
     * The contents of a layer are read from the cache, verified and written.
     *
     * @param id the layer
     * @since 0.1
     */
    record Layer(LayerId id) implements RestoreOperation {

        /**
         * Checks that nothing is null.
         *
         * @param id the layer
         * @throws NullPointerException if id is null
         */
        public Layer {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * A call of the SHA store. Diff ids that a {@link FileShaStore} has the restore write are not a call.
     *
     * @param method the method
     * @param buildpackId the id of the buildpack
     * @param layers the number of layers
     * @since 0.1
     */
    record StoreCall(StoreMethod method, String buildpackId, int layers) implements RestoreOperation {

        /**
         * Checks that nothing is null.
         *
         * @param method the method
         * @param buildpackId the id of the buildpack
         * @param layers the number of layers
         * @throws NullPointerException if method or buildpackId is null
         */
        public StoreCall {
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(buildpackId, "buildpackId");
        }
    }

    /**
     * The methods of a {@link ShaStore} that a restore calls.
     *
     * @since 0.1
     */
    enum StoreMethod {
        /** {@link ShaStore#putAll}. */
        PUT_ALL,
        /** {@link ShaStore#getAll}. */
        GET_ALL
    }
}
