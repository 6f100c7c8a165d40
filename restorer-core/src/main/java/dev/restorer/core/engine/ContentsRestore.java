package dev.restorer.core.engine;

import dev.restorer.Cancellation;
import dev.restorer.ContentsOptions;
import dev.restorer.api.ApiVersion;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.SbomOutcome;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.decision.ApiRules;
import dev.restorer.core.decision.MetadataById;
import dev.restorer.core.engine.log.ContentsLog;
import dev.restorer.core.engine.threads.CallerInterrupts;
import dev.restorer.core.engine.threads.CancellationCheck;
import dev.restorer.core.engine.threads.ParallelTasks;
import dev.restorer.core.engine.threads.SharedThreads;
import dev.restorer.core.engine.threads.SpareThreads;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.core.layersdir.OpenedLayersDirectory;
import dev.restorer.spi.LayerCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One restore of contents: decides about all layers that are found, then restores or removes them, several at once. */
final class ContentsRestore {

    private final RestoreScope scope;
    private final RestoreRequest request;
    private final LayersDirectory layers;
    private final ContentsOptions options;
    private final Executor executor;
    private final SpareThreads spare;
    private final Extraction extraction;

    /** The cancellation of this restore, by that of the options or by an interrupt of the calling thread. */
    private final Cancellation cancellation = new Cancellation();

    private final CancellationCheck cancellationCheck;
    private final ContentsLog log = new ContentsLog();
    private final List<BuildpackContents> buildpacks = new ArrayList<>();
    private final LayerTasks tasks;

    ContentsRestore(RestoreScope scope, ContentsOptions options) {
        this.scope = scope;
        this.request = scope.request();
        this.layers = scope.layers();
        this.options = options;
        executor = Objects.requireNonNullElseGet(options.executor(), SharedThreads::executor);
        spare = options.executor() == null ? SpareThreads.of(executor) : SpareThreads.ofCaller(executor);
        extraction = new Extraction(options.cache(), options.limits(), request.layersDirectory(), spare, cancellation);
        cancellationCheck = new CancellationCheck(cancellation, request.layersDirectory());
        tasks = new LayerTasks(extraction, options.listener(), cancellationCheck, log);
    }

    RestoreReport run(ShaStoreCalls shaStore) {
        CallerInterrupts interrupts = new CallerInterrupts(cancellation);
        Cancellation.Registration registration = options.cancellation().onCancel(cancellation::cancel);
        try {
            return restore(shaStore);
        } finally {
            registration.close();
            interrupts.close();
        }
    }

    private RestoreReport restore(ShaStoreCalls shaStore) {
        ApiVersion platform = ApiRules.require(request);
        layers.giveToOwner().ifPresent(scope.directoryLog()::notGiven);
        try (OpenedLayersDirectory directory = layers.open().orElse(null)) {
            if (directory != null) {
                directory.removeHidden().ifPresent(scope.directoryLog()::notRemoved);
            }
            decideAll(shaStore);
            if (ApiRules.logsSbom(request, platform)) {
                log.sbom();
            }
            restoreLayers();
            List<Path> otherSbom = new ArrayList<>();
            SbomOutcome cacheSbom = directory != null && ApiRules.restoresSbom(request, platform)
                    ? restoreSbom(directory, ApiRules.sbomDiffId(request, platform), otherSbom)
                    : null;
            return new RestoreReport(
                    request.layersDirectory(),
                    buildpacks.stream().map(BuildpackContents::report).toList(),
                    cacheSbom,
                    otherSbom);
        } finally {
            buildpacks.forEach(BuildpackContents::close);
        }
    }

    private void decideAll(ShaStoreCalls shaStore) {
        MetadataById cached = MetadataById.of(request.cacheMetadata().buildpacks());
        for (Buildpack buildpack : request.group()) {
            BuildpackContents contents = open(buildpack);
            buildpacks.add(contents);
            decide(contents, cached.buildpack(buildpack.id()), shaStore);
        }
    }

    /**
     * Restores all SBOM files.
     *
     * @param diffId the diff id of the cache's SBOM layer, or null if there is none
     * @param others gets the paths of the files that are not in that layer
     * @return the outcome for that layer, or null
     */
    private @Nullable SbomOutcome restoreSbom(
            OpenedLayersDirectory directory, @Nullable String diffId, List<Path> others) {
        SbomRestore restore = new SbomRestore(scope, directory, log, cancellationCheck);
        try {
            others.addAll(launchSbom(restore));
            SbomOutcome outcome = diffId == null ? null : restore.fromCache(diffId, extraction);
            others.addAll(restore.fromEarlierBuild());
            return outcome;
        } finally {
            restore.removeExisting();
        }
    }

    private List<Path> launchSbom(SbomRestore restore) {
        LayerCache previousImage = options.previousImage();
        return previousImage == null
                ? restore.fromAnalyzer()
                : restore.fromPreviousImage(
                        request.appMetadata().sbomDiffId(), extraction.from(previousImage, "the previous image"));
    }

    private BuildpackContents open(Buildpack buildpack) {
        String name = scope.names().directory(buildpack.id());
        BuildpackDirectory directory = name == null ? null : layers.open(name).orElse(null);
        return new BuildpackContents(buildpack, layers.path(name), directory, log, scope.directoryLog());
    }

    private void decide(BuildpackContents contents, BuildpackMetadata cached, ShaStoreCalls shaStore) {
        cancellationCheck.check();
        if (!tasks.add(contents, contents.decide(cached, shaStore, scope.names()))) {
            contents.close(); // there may be thousands of buildpacks
        }
    }

    private void restoreLayers() {
        cancellationCheck.check(); // an interrupted thread may have read wrong data
        if (tasks.all().isEmpty()) {
            return;
        }
        List<LayerTask> layerTasks = LongestFirst.of(tasks.all(), options.cache(), cancellationCheck);
        List<LayerResult> results = new ParallelTasks<>(counted(layerTasks))
                .run(options.parallelism(), executor, spare::add, cancellation::cancel);
        cancellationCheck.check(); // a layer that failed because of the cancellation is not rejected
        tasks.complete(layerTasks, results);
        buildpacks.forEach(BuildpackContents::removeHidden);
    }

    private List<Supplier<LayerResult>> counted(List<LayerTask> layerTasks) {
        scope.progress().contents.begin(layerTasks.size());
        return layerTasks.stream()
                .<Supplier<LayerResult>>map(task -> () -> {
                    LayerResult result = scope.operations().perform(task::operation, task, LayerResult::completed);
                    scope.progress().contents.add(result.isRestored() ? 1 : 0);
                    return result;
                })
                .toList();
    }
}
