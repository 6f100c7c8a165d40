package dev.restorer.api;

import java.nio.file.Path;

/**
 * Thrown if a restore was cancelled. Incomplete contents are removed. Layers whose contents were not restored yet have
 * only their metadata, until the restore is run again.
 *
 * @since 0.1
 */
public final class RestoreCancelledException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param layersDirectory the layers directory
     */
    public RestoreCancelledException(Path layersDirectory) {
        super(
                "The restore into " + layersDirectory + " was cancelled",
                "Run it again before a build uses this directory");
    }
}
