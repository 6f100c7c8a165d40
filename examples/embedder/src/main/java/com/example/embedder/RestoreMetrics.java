package com.example.embedder;

import dev.restorer.spi.OperationResult;
import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.RestoreOperation;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts and times the operations of restores with Micrometer. The names of layers and buildpacks are no tags, since
 * each value of a tag is a time series of its own.
 */
public final class RestoreMetrics implements RestoreListener {

    private final MeterRegistry registry;

    /**
     * Creates a listener.
     *
     * @param registry the registry
     */
    public RestoreMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public EndListener started(RestoreOperation operation) {
        String name = name(operation);
        return result -> record(name, result);
    }

    private void record(String name, OperationResult result) {
        registry.timer(name, "outcome", result.outcome().name()).record(result.duration());
        if (result.bytes() > 0) {
            registry.summary(name + ".bytes").record(result.bytes());
        }
    }

    private static String name(RestoreOperation operation) {
        if (operation instanceof RestoreOperation.Restore) {
            return "restorer.restore";
        }
        if (operation instanceof RestoreOperation.Layer) {
            return "restorer.layer";
        }
        if (operation instanceof RestoreOperation.StoreCall) {
            return "restorer.store.call";
        }
        return "restorer.other"; // a later release may add operations
    }
}
