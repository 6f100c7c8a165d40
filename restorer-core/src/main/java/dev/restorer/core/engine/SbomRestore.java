package dev.restorer.core.engine;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.SbomOutcome;
import dev.restorer.core.contents.ExtractedContents;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.engine.log.ContentsLog;
import dev.restorer.core.engine.threads.CancellationCheck;
import dev.restorer.core.layersdir.OpenedLayersDirectory;
import dev.restorer.core.layersdir.SbomDirectory;
import dev.restorer.files.LayersDirectoryNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Restores SBOM files from each of their sources: first those of the previous image's launch layers, which the analyzer
 * wrote or that image has, then those of the cache's SBOM layer, and last those that an earlier build left for its
 * cached layers. If several have a file, the first of them is used. The layer itself need not exist, only the directory
 * of its buildpack. (Platform specification, restorer; Buildpack specification, Layer Types)
 */
final class SbomRestore {

    private static final List<String> PATH_IN_CACHE =
            List.of(LayersDirectoryNames.SBOM, LayersDirectoryNames.SBOM_CACHE);
    private static final List<String> PATH_IN_IMAGE =
            List.of(LayersDirectoryNames.SBOM, LayersDirectoryNames.SBOM_LAUNCH);

    /** The entries of an SBOM layer. The paths of all its files are kept in memory, for the report. */
    private static final long MAX_ENTRIES = 100_000;

    private final RestoreScope scope;
    private final OpenedLayersDirectory directory;
    private final ContentsLog log;
    private final CancellationCheck cancellationCheck;
    private final SbomMoves moves;

    /**
     * Creates an object for one restore.
     *
     * @param scope what its steps share
     * @param directory the layers directory, opened
     * @param log logs the files that cannot be restored
     * @param cancellationCheck checks for cancellation
     */
    SbomRestore(
            RestoreScope scope, OpenedLayersDirectory directory, ContentsLog log, CancellationCheck cancellationCheck) {
        this.scope = scope;
        this.directory = directory;
        this.log = log;
        this.cancellationCheck = cancellationCheck;
        this.moves = new SbomMoves(scope, log);
    }

    /**
     * Moves the files that the analyzer wrote.
     *
     * @return the new paths of the files
     */
    List<Path> fromAnalyzer() {
        return moveExisting(LayersDirectoryNames.SBOM_LAUNCH);
    }

    /**
     * Moves the files that an earlier build left for its cached layers.
     *
     * @return the new paths of the files
     */
    List<Path> fromEarlierBuild() {
        return moveExisting(LayersDirectoryNames.SBOM_CACHE);
    }

    private List<Path> moveExisting(String name) {
        List<Path> moved = new ArrayList<>();
        if (!isOfBuildpack()) {
            moves.attempt(
                    () -> SbomDirectory.in(directory, name).map(moves::moveAll).ifPresent(moved::addAll));
        }
        return moved;
    }

    /** Tells whether the directory in which these files are is that of a buildpack. */
    private boolean isOfBuildpack() {
        return moves.isDirectoryOfBuildpack(LayersDirectoryNames.SBOM);
    }

    /**
     * Moves the files that the previous image has. Those of the analyzer, which may be of another image, are not moved.
     *
     * @param diffId the diff id of its SBOM layer, or null if it has none
     * @param extraction extracts that layer
     * @return the new paths of the files
     */
    List<Path> fromPreviousImage(@Nullable String diffId, Extraction extraction) {
        if (diffId == null) {
            return List.of();
        }
        log.launchSbom();
        SbomOutcome outcome = restore(diffId, PATH_IN_IMAGE, extraction);
        if (outcome instanceof SbomOutcome.NotRestored not) {
            log.launchSbomRejected(not.cause());
        }
        return outcome instanceof SbomOutcome.Restored restored ? restored.files() : List.of();
    }

    /**
     * Moves the files that the cache has.
     *
     * @param diffId the diff id of the SBOM layer
     * @param extraction extracts the SBOM layer
     * @return the outcome
     */
    SbomOutcome fromCache(String diffId, Extraction extraction) {
        SbomOutcome outcome = restore(diffId, PATH_IN_CACHE, extraction);
        if (outcome instanceof SbomOutcome.NotRestored not) {
            log.sbomRejected(not.cause());
        }
        return outcome;
    }

    private SbomOutcome restore(String diffId, List<String> place, Extraction extraction) {
        try {
            ExtractedContents sbom = extraction
                    .withAtMost(MAX_ENTRIES)
                    .extract(diffId, place, directory.directory(), (bytes, size) -> cancellationCheck.check());
            try {
                List<Path> moved =
                        moves.moveAll(new SbomDirectory(sbom.directory().path()));
                return new SbomOutcome.Restored(diffId, moved);
            } finally {
                directory.removeHidden().ifPresent(scope.directoryLog()::notRemoved);
            }
        } catch (RejectedException e) {
            cancellationCheck.check(); // its stream may have been closed since the restore is cancelled
            return new SbomOutcome.NotRestored(diffId, e.problem());
        } catch (LayersDirectoryException e) {
            // Layers are complete without the files that describe them.
            return new SbomOutcome.NotRestored(diffId, String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            throw cancellationCheck.exception();
        }
    }

    /** Removes what the layers directory had before the restore, and was not moved: a later one must not use it. */
    void removeExisting() {
        if (!isOfBuildpack()) {
            moves.attempt(() -> SbomDirectory.remove(directory).ifPresent(scope.directoryLog()::notRemoved));
        }
    }
}
