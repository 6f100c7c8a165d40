package dev.restorer.core.engine;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.RestorePlan;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One restore of metadata: checks what stands in the way, writes the stores, then the layers, several at once. */
final class MetadataRestore {

    private final LayersDirectory layers;
    private final ShaStore shaStore;
    private final DecisionLog log;
    private final StandingLog standing;
    private final RestorePlan plan;
    private final HowFar howFar;

    /** Buildpacks that share a directory may write one file, and the last of them has to be the last. */
    private final boolean sharesDirectories;

    private final Map<String, MetadataPlace> places = new LinkedHashMap<>();
    private final List<MetadataWork> work = new ArrayList<>();

    MetadataRestore(
            LayersDirectory layers,
            ShaStore shaStore,
            DecisionLog log,
            StandingLog standing,
            RestorePlan plan,
            HowFar howFar) {
        this.layers = layers;
        this.shaStore = shaStore;
        this.log = log;
        this.standing = standing;
        this.plan = plan;
        this.howFar = howFar;
        Set<String> directories = new HashSet<>();
        sharesDirectories = plan.buildpacks().stream()
                .map(BuildpackPlan::directory)
                .anyMatch(directory -> directory != null && !directories.add(directory));
    }

    List<BuildpackReport> carryOut() {
        layers.giveToOwner().ifPresent(standing::notGiven);
        plan.buildpacks().forEach(this::requireNothingInTheWay);
        layers.removeHidden().ifPresent(standing::left);
        boolean done = false;
        try {
            write();
            places.values().forEach(MetadataPlace::appear);
            work.forEach(each -> each.countAppeared(howFar.metadata));
            done = true;
        } finally {
            if (!done) {
                places.values().forEach(MetadataPlace::discard);
            }
        }
        keep();
        return plan.buildpacks().stream().map(this::report).toList();
    }

    private void write() {
        plan.buildpacks().forEach(this::restoreStore);
        if (plan.skipLayers()) {
            log.skipped();
            return;
        }
        plan.buildpacks().forEach(this::addWork);
        howFar.metadata.begin(layerCount());
        share(work.stream().map(each -> () -> each.write(shaStore, howFar.metadata)));
    }

    private void keep() {
        howFar.diffIds.begin(layerCount());
        share(work.stream().map(each -> () -> each.keep(shaStore, howFar.diffIds)));
    }

    private int layerCount() {
        return work.stream().mapToInt(each -> each.decisions().size()).sum();
    }

    private void addWork(BuildpackPlan buildpack) {
        log.decided(buildpack.decisions());
        if (buildpack.decisions().stream().anyMatch(LayerDecision::restored)) {
            work.addAll(MetadataWork.of(buildpack.buildpack(), place(buildpack), buildpack.decisions()));
        }
    }

    private MetadataPlace place(BuildpackPlan buildpack) {
        String directory = Objects.requireNonNull(buildpack.directory());
        return places.computeIfAbsent(
                directory,
                name -> sharesDirectories ? new MetadataPlace(layers, name, null) : MetadataPlace.of(layers, name));
    }

    private void share(Stream<Supplier<Integer>> pieces) {
        int atOnce = sharesDirectories ? 1 : Runtime.getRuntime().availableProcessors();
        new ParallelWork<>(pieces.toList())
                .run(atOnce, task -> ForkJoinPool.commonPool().execute(task));
    }

    /** Before anything is written, so that what fails here leaves everything as it was. */
    private void requireNothingInTheWay(BuildpackPlan buildpack) {
        if (buildpack.directory() == null) {
            log.unsafeBuildpack(buildpack.buildpack().id());
            return;
        }
        layers.open(buildpack.directory()).ifPresent(directory -> {
            try (directory) {
                directory.giveToOwner().ifPresent(standing::notGiven);
                directory.layers().removeHidden().ifPresent(standing::left);
                directory.requireNoDirectoryAt(files(buildpack));
            }
        });
    }

    private static Set<String> files(BuildpackPlan buildpack) {
        Set<String> files = new HashSet<>();
        for (LayerDecision decision : buildpack.decisions()) {
            if (decision.restored()) {
                files.add(LayersDirectoryNames.toml(decision.id().layer()));
            }
        }
        if (buildpack.store() != null) {
            files.add(LayersDirectoryNames.STORE);
        }
        return files;
    }

    private void restoreStore(BuildpackPlan buildpack) {
        if (buildpack.directory() != null && buildpack.store() != null) {
            try (BuildpackDirectory directory = place(buildpack).open()) {
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
