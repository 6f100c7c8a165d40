package dev.restorer.api;

import java.nio.file.Path;

/**
 * A restore was cancelled. What it had begun is taken back, so there is no half layer; layers whose contents were not
 * reached have their metadata alone, until the restore is run again.
 *
 * @since 0.1
 */
public final class RestoreCancelledException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param layersDirectory the layers directory
     */
    public RestoreCancelledException(Path layersDirectory) {
        super(
                "The restore into " + layersDirectory + " was cancelled",
                "Run it again before a build uses this directory");
    }
}
