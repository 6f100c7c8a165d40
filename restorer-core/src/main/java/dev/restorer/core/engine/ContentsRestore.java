package dev.restorer.core.engine;

import dev.restorer.ContentsOptions;
import dev.restorer.api.ApiVersion;
import dev.restorer.api.Buildpack;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.SbomOutcome;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.decision.ApiRules;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.layersdir.BuildpackFolder;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.spi.ShaStore;
import java.util.ArrayList;
import java.util.List;

/** One restore of contents: decides about all that is found, then carries it out, several layers at once. */
final class ContentsRestore {

    private final RestoreRequest request;
    private final ContentsOptions options;
    private final NameRules names;
    private final LayersDirectory layers;
    private final Extraction extraction;
    private final Stop stop;
    private final ContentsLog log = new ContentsLog();
    private final List<BuildpackContents> buildpacks = new ArrayList<>();
    private final List<LayerWork> work = new ArrayList<>();

    ContentsRestore(RestoreRequest request, ContentsOptions options, NameRules names) {
        this.request = request;
        this.options = options;
        this.names = names;
        layers = new LayersDirectory(request.layersDirectory());
        extraction = new Extraction(options.cache(), options.limits());
        stop = new Stop(options.cancellation(), request.layersDirectory());
    }

    RestoreReport carryOut(ShaStore shaStore) {
        ApiVersion platform = ApiRules.require(request);
        try (LayerFiles directory = layers.openTrusted().orElse(null)) {
            if (directory != null) {
                directory.removeHidden();
            }
            request.group().forEach(buildpack -> buildpacks.add(open(buildpack)));
            buildpacks.forEach(buildpack -> decide(buildpack, shaStore));
            String sbom =
                    ApiRules.restoresSbom(platform) ? request.cacheMetadata().sbomDiffId() : null;
            if (sbom != null) {
                log.sbom();
            }
            restoreLayers();
            return new RestoreReport(
                    request.layersDirectory(),
                    buildpacks.stream().map(BuildpackContents::report).toList(),
                    sbom == null || directory == null ? null : restoreSbom(sbom, directory));
        } finally {
            buildpacks.forEach(BuildpackContents::close);
        }
    }

    private BuildpackContents open(Buildpack buildpack) {
        String id = buildpack.id();
        String name = names.folderProblem(id) == null ? names.escape(id) : null;
        BuildpackFolder folder = name == null ? null : layers.open(name).orElse(null);
        return new BuildpackContents(buildpack, layers.path(name), folder, log);
    }

    private void decide(BuildpackContents contents, ShaStore shaStore) {
        stop.check();
        for (ContentsDecision decision : contents.decide(request.cacheMetadata(), shaStore, names)) {
            log.decided(decision);
            if (decision.restored()) {
                work.add(new LayerWork(decision, contents, extraction, options.listener(), stop));
            } else {
                contents.remove(decision);
            }
        }
    }

    private void restoreLayers() {
        stop.check(); // what was read by an interrupted thread may be wrong
        List<ContentsOutcome> outcomes;
        try (Threads threads = Threads.of(options)) {
            outcomes = new ParallelWork<>(work).run(atOnce(), threads.executor());
        }
        for (int i = 0; i < work.size(); i++) {
            work.get(i).contents().settle(outcomes.get(i));
        }
    }

    /** Buildpacks that share a folder may have a layer of one name, and the last of them has to be the last. */
    private int atOnce() {
        long places = work.stream().map(LayerWork::place).distinct().count();
        return places < work.size() ? 1 : options.parallelism();
    }

    private SbomOutcome restoreSbom(String diffId, LayerFiles directory) {
        SbomOutcome outcome = new SbomRestore(extraction, directory, stop).restore(diffId, buildpacks);
        if (outcome instanceof SbomOutcome.NotRestored not) {
            log.sbomCondemned(not.cause());
        }
        return outcome;
    }
}
