package dev.restorer.core.engine;

import dev.restorer.ContentsOptions;
import dev.restorer.api.ApiVersion;
import dev.restorer.api.Buildpack;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.SbomOutcome;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.decision.ApiRules;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One restore of contents: decides about all that is found, then carries it out, several layers at once. */
final class ContentsRestore {

    private final RestoreRequest request;
    private final ContentsOptions options;
    private final NameRules names;
    private final LayersDirectory layers;
    private final Extraction extraction;
    private final Stop stop;
    private final ContentsLog log = new ContentsLog();
    private final StandingLog standing;
    private final HowFar howFar;
    private final List<BuildpackContents> buildpacks = new ArrayList<>();

    /**
     * What is to be restored, by place: buildpacks may share a directory, and the last that decides of a layer counts.
     */
    private final Map<List<String>, LayerWork> work = new LinkedHashMap<>();

    ContentsRestore(
            RestoreRequest request,
            LayersDirectory layers,
            ContentsOptions options,
            NameRules names,
            StandingLog standing,
            HowFar howFar) {
        this.request = request;
        this.layers = layers;
        this.options = options;
        this.names = names;
        this.standing = standing;
        this.howFar = howFar;
        extraction = new Extraction(options.cache(), options.limits(), request.layersDirectory());
        stop = new Stop(options.cancellation(), request.layersDirectory());
    }

    RestoreReport carryOut(ShaStore shaStore) {
        ApiVersion platform = ApiRules.require(request);
        layers.giveToOwner().ifPresent(standing::notGiven);
        try (LayerFiles directory = layers.openTrusted().orElse(null)) {
            if (directory != null) {
                directory.removeHidden().ifPresent(standing::left);
            }
            for (Buildpack buildpack : request.group()) {
                BuildpackContents contents = open(buildpack);
                buildpacks.add(contents);
                decide(contents, shaStore);
            }
            String sbom = ApiRules.sbomDiffId(request, platform);
            if (sbom != null) {
                log.sbom();
            }
            restoreLayers();
            List<Path> launchSbom = List.of();
            SbomOutcome cacheSbom = null;
            if (directory != null && ApiRules.restoresSbom(request, platform)) {
                SbomRestore restore = new SbomRestore(layers, directory, directories(), names, log, standing);
                launchSbom = restore.fromAnalyzer();
                cacheSbom = sbom == null ? null : restore.fromCache(sbom, extraction, stop);
            }
            return new RestoreReport(
                    request.layersDirectory(),
                    buildpacks.stream().map(BuildpackContents::report).toList(),
                    cacheSbom,
                    launchSbom);
        } finally {
            buildpacks.forEach(BuildpackContents::close);
        }
    }

    private BuildpackContents open(Buildpack buildpack) {
        String name = names.directory(buildpack.id());
        BuildpackDirectory dir = name == null ? null : layers.open(name).orElse(null);
        return new BuildpackContents(buildpack, layers.path(name), dir, log, standing);
    }

    private void decide(BuildpackContents contents, ShaStore shaStore) {
        stop.check();
        boolean restores = false;
        for (ContentsDecision decision : contents.decide(request.cacheMetadata(), shaStore, names)) {
            log.decided(decision);
            LayerWork next = new LayerWork(decision, contents, extraction, options.listener(), stop);
            LayerWork earlier = work.remove(next.path());
            if (earlier != null) {
                earlier.contents().giveWay(earlier.decision());
            }
            if (decision.restored()) {
                work.put(next.path(), next);
                restores = true;
            } else {
                contents.remove(decision);
            }
        }
        if (!restores) {
            contents.close(); // there may be thousands of buildpacks
        }
    }

    private void restoreLayers() {
        stop.check(); // what was read by an interrupted thread may be wrong
        if (work.isEmpty()) {
            return;
        }
        List<LayerWork> pieces = List.copyOf(work.values());
        List<LayerResult> results;
        try (Threads threads = Threads.of(options)) {
            results = new ParallelWork<>(counted(pieces)).run(options.parallelism(), threads.executor());
        }
        stop.check(); // what failed because it was stopped is not rejected
        for (int i = 0; i < pieces.size(); i++) {
            pieces.get(i).contents().settle(results.get(i));
        }
        buildpacks.forEach(BuildpackContents::sweep);
    }

    private List<Supplier<LayerResult>> counted(List<LayerWork> pieces) {
        howFar.contents.begin(pieces.size());
        return pieces.stream()
                .<Supplier<LayerResult>>map(piece -> () -> {
                    LayerResult result = piece.get();
                    howFar.contents.add(result.isRestored() ? 1 : 0);
                    return result;
                })
                .toList();
    }

    /** Returns the names of the buildpacks' directories, of which several buildpacks may have one. */
    private Set<String> directories() {
        Set<String> directories = new LinkedHashSet<>();
        for (Buildpack buildpack : request.group()) {
            String dir = names.directory(buildpack.id());
            if (dir != null) {
                directories.add(dir);
            }
        }
        return directories;
    }
}
