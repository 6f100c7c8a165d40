package dev.restorer.core.engine;

import dev.restorer.ContentsOptions;
import dev.restorer.LayerRestorer;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.decision.Planner;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.files.PlainName;
import dev.restorer.spi.ShaStore;
import java.util.List;
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
    public RestoreReport restore(RestoreRequest request, ShaStore shaStore, ContentsOptions options) {
        new Stop(options.cancellation(), request.layersDirectory()).check();
        StandingLog standing = new StandingLog();
        RestoreReport metadata = restoreMetadata(request, shaStore, standing);
        return Reports.joined(metadata, restoreContents(request, shaStore, options, standing));
    }

    @Override
    public RestoreReport restoreMetadata(RestoreRequest request, ShaStore shaStore) {
        return restoreMetadata(request, shaStore, new StandingLog());
    }

    private RestoreReport restoreMetadata(RestoreRequest request, ShaStore shaStore, StandingLog standing) {
        Objects.requireNonNull(shaStore, "shaStore");
        RestorePlan plan = planner.plan(request);
        LayersDirectory layers = new LayersDirectory(request.layersDirectory(), request.owner());
        List<BuildpackReport> reports =
                new MetadataRestore(layers, shaStore, new DecisionLog(names), standing, plan).carryOut();
        return new RestoreReport(request.layersDirectory(), reports, null);
    }

    @Override
    public RestoreReport restoreContents(RestoreRequest request, ShaStore shaStore, ContentsOptions options) {
        return restoreContents(request, shaStore, options, new StandingLog());
    }

    private RestoreReport restoreContents(
            RestoreRequest request, ShaStore shaStore, ContentsOptions options, StandingLog standing) {
        Objects.requireNonNull(shaStore, "shaStore");
        return new ContentsRestore(request, options, names, standing).carryOut(shaStore);
    }
}
