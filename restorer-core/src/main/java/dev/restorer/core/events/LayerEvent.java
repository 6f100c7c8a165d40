package dev.restorer.core.events;

import dev.restorer.spi.RestoreOperation;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** The contents of a layer. */
@Name("dev.restorer.Layer")
@Label("Layer")
@Description("The contents of a layer are read from the cache, verified and written")
final class LayerEvent extends OperationEvent {

    @Label("Buildpack")
    final String buildpack;

    @Label("Layer")
    final String layer;

    LayerEvent(RestoreOperation.Layer operation) {
        buildpack = operation.id().buildpackId();
        layer = operation.id().layer();
    }
}
