package dev.restorer.core.engine;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.RemovalKind;
import dev.restorer.core.decision.ApiRules;
import dev.restorer.core.decision.ContentsRules;
import dev.restorer.core.decision.FileNameConflicts;
import dev.restorer.core.decision.FoundLayer;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.core.layersdir.TopLevelCacheFlag;
import dev.restorer.core.layersdir.UnreadableLayerFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The contents of the layers of one buildpack, with its open directory if that exists. */
final class BuildpackContents implements AutoCloseable {

    private final Buildpack buildpack;
    private final @Nullable Path path;
    private final @Nullable BuildpackDirectory directory;
    private final ContentsLog log;
    private final LayersDirectoryLog directoryLog;
    private final Map<String, ContentsOutcome> outcomes = new TreeMap<>();

    BuildpackContents(
            Buildpack buildpack,
            @Nullable Path path,
            @Nullable BuildpackDirectory directory,
            ContentsLog log,
            LayersDirectoryLog directoryLog) {
        this.buildpack = buildpack;
        this.path = path;
        this.directory = directory;
        this.log = log;
        this.directoryLog = directoryLog;
    }

    /** Returns the layers; only for a buildpack whose directory exists. */
    LayerFiles files() {
        return Objects.requireNonNull(directory).layers();
    }

    /** Decides about the cached layers that are found in the directory. */
    List<ContentsDecision> decide(CacheMetadata cacheMetadata, ShaStoreCalls shaStore, NameRules names) {
        BuildpackMetadata cache = cacheMetadata.buildpack(buildpack.id());
        List<FoundLayer> cached = ContentsRules.cached(buildpack, found(names), cache);
        Map<String, String> diffIds = cached.isEmpty() ? Map.of() : diffIds(shaStore, cached);
        return cached.stream()
                .map(layer -> ContentsRules.decide(
                        id(layer.name()),
                        layer,
                        diffIds.get(layer.name()),
                        cache.layers().get(layer.name())))
                .toList();
    }

    private LayerId id(String layer) {
        return new LayerId(buildpack.id(), layer);
    }

    private Map<String, String> diffIds(ShaStoreCalls shaStore, List<FoundLayer> layers) {
        return shaStore.getAll(
                buildpack.id(), layers.stream().map(FoundLayer::name).toList());
    }

    private List<FoundLayer> found(NameRules names) {
        if (directory == null) {
            return List.of();
        }
        directory.giveToOwner().ifPresent(directoryLog::notGiven);
        LayerFiles files = directory.layers();
        files.removeHidden().ifPresent(directoryLog::notRemoved);
        boolean typesInFile = ApiRules.typesInFile(buildpack);
        Set<String> present = files.find(name -> ApiRules.isBuildpackFile(buildpack, name));
        List<FoundLayer> found = new ArrayList<>();
        for (String layer : present) {
            // A layer whose name is not safe was not created by a restore, and is ignored.
            boolean overlaps = FileNameConflicts.isFileName(layer, present::contains);
            if (names.isLayerName(layer) && (!overlaps || files.hasToml(layer))) {
                FoundLayer.CacheFlag cacheFlag =
                        typesInFile ? cacheFlag(files, layer) : FoundLayer.CacheFlag.NOT_CACHED;
                found.add(new FoundLayer(layer, cacheFlag, overlaps));
            }
        }
        return found;
    }

    private FoundLayer.CacheFlag cacheFlag(LayerFiles files, String layer) {
        try {
            TopLevelCacheFlag flag = TopLevelCacheFlag.read(files, layer);
            if (flag.hasTypesTable()) {
                log.typesInTable();
            }
            return FoundLayer.CacheFlag.of(flag.cached());
        } catch (UnreadableLayerFileException e) {
            log.fileUnreadable(id(layer), e.getMessage());
            return FoundLayer.CacheFlag.UNREADABLE;
        } catch (FormatException e) {
            log.fileInvalid(id(layer), e.getMessage());
            return FoundLayer.CacheFlag.NOT_CACHED;
        }
    }

    /** Removes a layer that is not to be restored. */
    void remove(ContentsDecision decision) {
        if (decision.reason() == ContentsReason.OVERLAPPING_LAYER_NAME) {
            files().removeMetadata(decision.id().layer()).ifPresent(directoryLog::notRemoved);
        } else {
            remove(decision.id());
        }
        add(new ContentsOutcome.Removed(
                decision, RemovalKind.DECIDED, decision.reason().description()));
    }

    /** Records that a later buildpack, whose id is escaped to the same directory, has the same layer. */
    void supersede(ContentsDecision decision) {
        add(new ContentsOutcome.Removed(
                decision, RemovalKind.DECIDED, "a later buildpack has the same directory and the same layer"));
    }

    /** Logs the exception that made a layer's contents fail. */
    void failed(ContentsDecision decision, @Nullable Throwable thrown) {
        log.failed(decision.id(), thrown);
    }

    /** Records the result of a layer, and removes a layer that could not be restored, with its metadata. */
    void complete(LayerResult result) {
        ContentsOutcome outcome = result.outcome();
        if (result.leftover() != null) {
            directoryLog.notRemoved(result.leftover());
        }
        if (outcome instanceof ContentsOutcome.Removed removed) {
            log.rejected(removed.decision().id(), removed.cause());
            remove(removed.decision().id());
        }
        add(outcome);
    }

    /**
     * Removes hidden directories that remain of contents that could not be restored, for example for lack of open
     * files.
     */
    void removeHidden() {
        if (outcomes.values().stream().anyMatch(BuildpackContents::isRejected)) {
            files().removeHidden().ifPresent(directoryLog::notRemoved);
        }
    }

    private static boolean isRejected(ContentsOutcome outcome) {
        return outcome instanceof ContentsOutcome.Removed removed && removed.kind() != RemovalKind.DECIDED;
    }

    private void remove(LayerId id) {
        files().remove(id.layer()).ifPresent(directoryLog::notRemoved);
    }

    private void add(ContentsOutcome outcome) {
        outcomes.put(outcome.decision().id().layer(), outcome);
    }

    BuildpackReport report() {
        return new BuildpackReport(buildpack, path, null, List.of(), List.copyOf(outcomes.values()));
    }

    @Override
    public void close() {
        if (directory != null) {
            directory.close();
        }
    }
}
