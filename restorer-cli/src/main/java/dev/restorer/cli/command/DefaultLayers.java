package dev.restorer.cli.command;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.cli.arguments.FlagReader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** The layers directory that is used if none is named, and that only root may be able to create. */
final class DefaultLayers {

    private DefaultLayers() {}

    /** Adds to the remedy how to name another directory, if access to this one is denied. */
    static LayersDirectoryException explained(LayersDirectoryException e, Path layers, FlagReader flags) {
        if (!(e.getCause() instanceof AccessDeniedException denied)
                || !e.path().equals(layers)
                || flags.given("--layers", "CNB_LAYERS_DIR") != null) {
            return e;
        }
        return new LayersDirectoryException(
                layers,
                "cannot be written: permission is denied",
                e.remedy() + ", or name another with --layers (CNB_LAYERS_DIR)",
                denied);
    }
}
