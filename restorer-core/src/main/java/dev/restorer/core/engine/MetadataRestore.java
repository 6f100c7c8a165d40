package dev.restorer.core.engine;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.RestorePlan;
import dev.restorer.core.engine.log.DecisionLog;
import dev.restorer.core.engine.log.LayersDirectoryLog;
import dev.restorer.core.engine.threads.ParallelTasks;
import dev.restorer.core.engine.threads.SharedThreads;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.files.LayersDirectoryNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One restore of metadata: prepares the directories, writes the {@code store.toml} files, then the files of the layers,
 * several at once.
 */
final class MetadataRestore {

    private final LayersDirectory layers;
    private final ShaStoreCalls shaStore;
    private final DecisionLog log;
    private final LayersDirectoryLog directoryLog;
    private final RestorePlan plan;
    private final RestoreProgress progress;
    private final Obstacles obstacles;

    /** Buildpacks that share a directory may write the same file, and the last of them must write it last. */
    private final boolean sharesDirectories;

    private final Map<String, MetadataTarget> targets = new LinkedHashMap<>();
    private final List<MetadataTask> tasks = new ArrayList<>();

    MetadataRestore(RestoreScope scope, ShaStoreCalls shaStore, RestorePlan plan) {
        this.layers = scope.layers();
        this.shaStore = shaStore;
        this.log = new DecisionLog(scope.names());
        this.directoryLog = scope.directoryLog();
        this.plan = plan;
        this.progress = scope.progress();
        this.obstacles = new Obstacles(layers, shaStore);
        Set<String> directories = new HashSet<>();
        sharesDirectories = plan.buildpacks().stream()
                .map(BuildpackPlan::directory)
                .anyMatch(directory -> directory != null && !directories.add(directory));
    }

    List<BuildpackReport> run() {
        layers.giveToOwner().ifPresent(directoryLog::notGiven);
        plan.buildpacks().forEach(this::prepare);
        obstacles.remove(log, directoryLog);
        layers.removeHidden().ifPresent(directoryLog::notRemoved);
        boolean done = false;
        try {
            write();
            targets.values().forEach(MetadataTarget::place);
            tasks.forEach(each -> each.countPlaced(progress.metadata));
            done = true;
        } finally {
            if (!done) {
                targets.values().forEach(MetadataTarget::discard);
            }
        }
        putDiffIds();
        return plan.buildpacks().stream().map(this::report).toList();
    }

    private void write() {
        plan.buildpacks().forEach(this::restoreStore);
        if (plan.skipLayers()) {
            log.skipped();
            return;
        }
        plan.buildpacks().forEach(this::addTasks);
        progress.metadata.begin(layerCount());
        runParallel(task -> task.write(shaStore, progress.metadata));
    }

    private void putDiffIds() {
        progress.diffIds.begin(layerCount());
        runParallel(task -> task.putDiffIds(shaStore, progress.diffIds));
    }

    private int layerCount() {
        int count = 0;
        for (MetadataTask each : tasks) {
            count += each.decisions().size();
        }
        return count;
    }

    private void addTasks(BuildpackPlan buildpack) {
        log.decided(buildpack.decisions());
        if (buildpack.decisions().stream().anyMatch(LayerDecision::restored)) {
            tasks.addAll(MetadataTask.of(buildpack.buildpack(), target(buildpack), buildpack.decisions()));
        }
    }

    private MetadataTarget target(BuildpackPlan buildpack) {
        String directory = Objects.requireNonNull(buildpack.directory());
        return targets.computeIfAbsent(
                directory,
                name -> sharesDirectories ? new MetadataTarget(layers, name, null) : MetadataTarget.of(layers, name));
    }

    private void runParallel(Consumer<MetadataTask> step) {
        List<Supplier<MetadataTask>> parts = new ArrayList<>(tasks.size());
        for (MetadataTask task : tasks) {
            parts.add(() -> {
                step.accept(task);
                return task;
            });
        }
        int parallelism = sharesDirectories ? 1 : Runtime.getRuntime().availableProcessors();
        // The threads of the pool have another class loader, and a SHA store is called from all.
        Executor pool =
                SharedThreads.withContext(task -> ForkJoinPool.commonPool().execute(task));
        new ParallelTasks<>(parts).run(parallelism, pool, freed -> {}, () -> {});
    }

    /**
     * Gives the directory of a buildpack to the owner, removes what a killed restore left in it, and checks for
     * obstacles. Called before any file is written, so that a failure here leaves all files of layers unchanged.
     */
    private void prepare(BuildpackPlan buildpack) {
        if (buildpack.directory() == null) {
            log.unsafeBuildpack(buildpack.buildpack().id());
            return;
        }
        layers.open(buildpack.directory()).ifPresent(directory -> {
            try (directory) {
                directory.giveToOwner().ifPresent(directoryLog::notGiven);
                directory.layers().removeHidden().ifPresent(directoryLog::notRemoved);
                obstacles.find(buildpack, directory);
            }
        });
    }

    private void restoreStore(BuildpackPlan buildpack) {
        if (buildpack.directory() != null && buildpack.store() != null) {
            try (BuildpackDirectory directory = target(buildpack).open()) {
                directory.writeStore(buildpack.buildpack().id(), buildpack.store());
            }
        }
    }

    private BuildpackReport report(BuildpackPlan plan) {
        List<LayerOutcome> outcomes = new ArrayList<>(plan.decisions().size());
        for (LayerDecision decision : plan.decisions()) {
            String written = decision.restored()
                    ? LayersDirectoryNames.toml(decision.id().layer())
                    : null;
            outcomes.add(new LayerOutcome(decision, written));
        }
        Path directory = layers.path(plan.directory());
        Path store = directory == null || plan.store() == null ? null : directory.resolve(LayersDirectoryNames.STORE);
        return new BuildpackReport(plan.buildpack(), directory, store, outcomes, List.of());
    }
}
