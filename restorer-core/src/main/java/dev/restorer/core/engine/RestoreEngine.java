package dev.restorer.core.engine;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.decision.Planner;
import dev.restorer.core.events.FlightRecording;
import dev.restorer.files.PlainName;
import dev.restorer.spi.OperationResult;
import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.RestoreOperation;
import dev.restorer.spi.RestoreOperation.Steps;
import dev.restorer.spi.ShaStore;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The engine that ServiceLoader finds. It has no mutable state, so any number of restores may run at once. */
public final class RestoreEngine implements LayerRestorer {

    private final NameRules names = new NameRules(PlainName.fileNameCharset());
    private final Planner planner = new Planner(names);
    private final List<RestoreListener> listeners;

    /** Creates an engine without listeners. */
    public RestoreEngine() {
        this(List.of());
    }

    private RestoreEngine(List<RestoreListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public LayerRestorer withListener(RestoreListener listener) {
        Objects.requireNonNull(listener, "listener");
        return new RestoreEngine(listenersAnd(listener));
    }

    @Override
    public RestorePlan plan(RestoreRequest request) {
        return planner.plan(request);
    }

    @Override
    public RestoreReport restore(RestoreRequest request, ShaStore shaStore, ContentsOptions options) {
        Objects.requireNonNull(options, "options");
        return run(Steps.METADATA_AND_CONTENTS, request, shaStore, restore -> restore.restore(options));
    }

    @Override
    public RestoreReport restoreMetadata(RestoreRequest request, ShaStore shaStore) {
        return run(Steps.METADATA, request, shaStore, LockedRestore::restoreMetadata);
    }

    @Override
    public RestoreReport restoreContents(RestoreRequest request, ShaStore shaStore, ContentsOptions options) {
        Objects.requireNonNull(options, "options");
        return run(Steps.CONTENTS, request, shaStore, restore -> restore.restoreContents(options));
    }

    private RestoreReport run(
            Steps steps, RestoreRequest request, ShaStore shaStore, Function<LockedRestore, RestoreReport> restore) {
        Objects.requireNonNull(shaStore, "shaStore");
        Operations operations = new Operations(listeners());
        return operations.perform(
                () -> new RestoreOperation.Restore(steps, request.layersDirectory()),
                () -> restore.apply(new LockedRestore(planner, names, request, shaStore, operations)),
                report -> new Operations.Completed(OperationResult.Outcome.SUCCEEDED, Reports.bytes(report)));
    }

    private List<RestoreListener> listeners() {
        return FlightRecording.isActive() ? listenersAnd(FlightRecording.create()) : listeners;
    }

    private List<RestoreListener> listenersAnd(RestoreListener listener) {
        return Stream.concat(listeners.stream(), Stream.of(listener)).toList();
    }
}
