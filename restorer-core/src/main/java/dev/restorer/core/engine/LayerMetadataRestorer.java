package dev.restorer.core.engine;

import dev.restorer.LayerRestorer;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.decision.Planner;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.files.PlainName;
import dev.restorer.spi.ShaStore;
import java.util.Objects;

/** The engine that ServiceLoader finds. It has no state, so any number of restores may run at once. */
public final class LayerMetadataRestorer implements LayerRestorer {

    private final NameRules names = new NameRules(PlainName.fileNameCharset());
    private final Planner planner = new Planner(names);

    /** Makes an engine. */
    public LayerMetadataRestorer() {}

    @Override
    public RestorePlan plan(RestoreRequest request) {
        return planner.plan(request);
    }

    @Override
    public RestoreReport restore(RestoreRequest request, ShaStore shaStore) {
        Objects.requireNonNull(shaStore, "shaStore");
        RestorePlan plan = planner.plan(request);
        LayersDirectory layers = new LayersDirectory(request.layersDirectory());
        return new RestoreReport(
                request.layersDirectory(),
                new MetadataRestore(layers, shaStore, new DecisionLog(names)).carryOut(plan));
    }
}
