package dev.restorer.core.events;

import dev.restorer.spi.RestoreOperation;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A restore. */
@Name("dev.restorer.Restore")
@Label("Restore")
@Description("A restore of metadata, of contents, or of both")
final class RestoreEvent extends OperationEvent {

    @Label("Steps")
    final String steps;

    @Label("Layers Directory")
    final String layersDirectory;

    RestoreEvent(RestoreOperation.Restore restore) {
        steps = restore.steps().name();
        layersDirectory = restore.layersDirectory().toString();
    }
}
