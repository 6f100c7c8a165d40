package dev.restorer.core.engine;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.RemovalKind;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.engine.log.ContentsLog;
import dev.restorer.core.engine.log.LayersDirectoryLog;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayerFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Prepares the directory if it exists, and decides about the cached layers that are found in it. */
    List<ContentsDecision> decide(BuildpackMetadata cached, ShaStoreCalls shaStore, NameRules names) {
        if (directory == null) {
            return List.of();
        }
        directory.giveToOwner().ifPresent(directoryLog::notGiven);
        LayerFiles files = directory.layers();
        files.removeHidden().ifPresent(directoryLog::notRemoved);
        return new ContentsDecider(buildpack, files, names, log).decide(cached, shaStore);
    }

    /** Removes a layer that is not to be restored. */
    void remove(ContentsDecision decision) {
        if (decision.reason() == ContentsReason.OVERLAPPING_LAYER_NAME) {
            files().removeMetadata(decision.id().layer()).ifPresent(directoryLog::notRemoved);
        } else {
            remove(decision.id());
        }
        add(new ContentsOutcome.Removed(decision, RemovalKind.DECIDED, cause(decision)));
    }

    /** A layer without a diff id has the reason of other contents too, as in the lifecycle, but the cache is right. */
    private static String cause(ContentsDecision decision) {
        return decision.reason() == ContentsReason.WRONG_SHA && decision.layerDiffId() == null
                ? "the SHA store has no diff id of this layer"
                : decision.reason().description();
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
