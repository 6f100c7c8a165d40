package dev.restorer.core.events;

import dev.restorer.spi.RestoreOperation;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A call of the SHA store. */
@Name("dev.restorer.StoreCall")
@Label("SHA Store Call")
@Description("Diff ids are put into the SHA store, or read from it")
final class StoreCallEvent extends OperationEvent {

    @Label("Method")
    final String method;

    @Label("Buildpack")
    final String buildpack;

    @Label("Layers")
    final int layers;

    StoreCallEvent(RestoreOperation.StoreCall call) {
        method = call.method().name();
        buildpack = call.buildpackId();
        layers = call.layers();
    }
}
