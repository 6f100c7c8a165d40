package dev.restorer.core.engine;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.decision.Planner;
import dev.restorer.files.PlainName;
import dev.restorer.spi.ShaStore;
import java.util.Objects;

/** The engine that ServiceLoader finds. It has no mutable state, so any number of restores may run at once. */
public final class RestoreEngine implements LayerRestorer {

    private final NameRules names = new NameRules(PlainName.fileNameCharset());
    private final Planner planner = new Planner(names);

    /** Creates an engine. */
    public RestoreEngine() {}

    @Override
    public RestorePlan plan(RestoreRequest request) {
        return planner.plan(request);
    }

    @Override
    public RestoreReport restore(RestoreRequest request, ShaStore shaStore, ContentsOptions options) {
        Objects.requireNonNull(shaStore, "shaStore");
        new CancellationCheck(options.cancellation(), request.layersDirectory()).check();
        return new LockedRestore(planner, names, request, shaStore).restore(options);
    }

    @Override
    public RestoreReport restoreMetadata(RestoreRequest request, ShaStore shaStore) {
        Objects.requireNonNull(shaStore, "shaStore");
        return new LockedRestore(planner, names, request, shaStore).restoreMetadata();
    }

    @Override
    public RestoreReport restoreContents(RestoreRequest request, ShaStore shaStore, ContentsOptions options) {
        Objects.requireNonNull(shaStore, "shaStore");
        return new LockedRestore(planner, names, request, shaStore).restoreContents(options);
    }
}
