package dev.restorer.core.engine;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.SbomOutcome;
import dev.restorer.core.contents.Extracted;
import dev.restorer.core.contents.Extraction;
import dev.restorer.core.contents.RejectedException;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.core.layersdir.SbomDirectory;
import dev.restorer.core.layersdir.SbomFile;
import dev.restorer.files.LayersDirectoryNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Moves SBOM files beside the layers that they are about: those that the analyzer left of the previous image's launch
 * layers, then those of the cache's SBOM layer. Where both have a file, that of the previous image counts. A layer
 * needs nothing of its own for that, only its buildpack a directory. (Platform specification, Restorer; Buildpack
 * specification, Layer Types)
 */
final class SbomRestore {

    private static final List<String> PLACE_IN_CACHE =
            List.of(LayersDirectoryNames.SBOM, LayersDirectoryNames.SBOM_CACHE);

    private final LayersDirectory layers;
    private final LayerFiles directory;
    private final Set<String> directories;
    private final NameRules names;
    private final ContentsLog log;
    private final StandingLog standing;
    private final Set<Path> taken = new HashSet<>();

    /**
     * Makes one, for one restore.
     *
     * @param layers the layers directory
     * @param directory the same, opened
     * @param directories the names of the directories of the buildpacks in the group
     * @param names which names a layer may have
     * @param log is told what cannot be restored
     * @param standing is told what cannot be removed
     */
    SbomRestore(
            LayersDirectory layers,
            LayerFiles directory,
            Set<String> directories,
            NameRules names,
            ContentsLog log,
            StandingLog standing) {
        this.layers = layers;
        this.directory = directory;
        this.directories = directories;
        this.names = names;
        this.log = log;
        this.standing = standing;
    }

    /**
     * Moves what the analyzer left, and removes the directory that it was in.
     *
     * @return where the files are now
     */
    List<Path> fromAnalyzer() {
        if (directories.contains(LayersDirectoryNames.SBOM)) {
            return List.of(); // what is there is a buildpack's own
        }
        List<Path> moved = new ArrayList<>();
        attempt(() -> SbomDirectory.ofLaunchLayers(directory).ifPresent(sbom -> move(sbom, moved)));
        attempt(() -> SbomDirectory.remove(directory).ifPresent(standing::left));
        return moved;
    }

    /**
     * Moves what the cache has.
     *
     * @param diffId the diff id of the SBOM layer
     * @param extraction unpacks it
     * @param stop ends it early
     * @return what became of it
     */
    SbomOutcome fromCache(String diffId, Extraction extraction, Stop stop) {
        SbomOutcome outcome = restore(diffId, extraction, stop);
        if (outcome instanceof SbomOutcome.NotRestored not) {
            log.sbomRejected(not.cause());
        }
        return outcome;
    }

    private SbomOutcome restore(String diffId, Extraction extraction, Stop stop) {
        try {
            Extracted sbom =
                    extraction.extract(diffId, PLACE_IN_CACHE, directory.directory(), (bytes, size) -> stop.check());
            List<Path> moved = new ArrayList<>();
            try {
                move(new SbomDirectory(sbom.directory().path()), moved);
            } finally {
                directory.removeHidden().ifPresent(standing::left);
            }
            return new SbomOutcome.Restored(diffId, moved);
        } catch (RejectedException e) {
            return new SbomOutcome.NotRestored(diffId, e.problem());
        } catch (LayersDirectoryException e) {
            // Layers are whole without what describes them.
            return new SbomOutcome.NotRestored(diffId, String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            throw stop.cancelled();
        }
    }

    private void move(SbomDirectory sbom, List<Path> moved) {
        directories.forEach(dir -> attempt(() -> move(sbom, dir, moved)));
    }

    private void move(SbomDirectory sbom, String dir, List<Path> moved) {
        List<String> described = sbom.layers(dir, names::isLayerName);
        if (described.isEmpty()) {
            return;
        }
        layers.open(dir).ifPresent(opened -> {
            try (BuildpackDirectory buildpack = opened) {
                LayerFiles files = buildpack.layers();
                described.forEach(layer -> attempt(() -> move(sbom.files(dir, layer), files, moved)));
            }
        });
    }

    private void move(List<SbomFile> described, LayerFiles files, List<Path> moved) {
        for (SbomFile file : described) {
            if (!taken.contains(files.place(file))) {
                attempt(() -> {
                    Path place = files.moveIn(file);
                    taken.add(place);
                    moved.add(place);
                });
            }
        }
    }

    /** One file or directory that is in the way keeps no other from its place. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (LayersDirectoryException e) {
            log.sbomFileNotRestored(String.valueOf(e.getMessage()));
        }
    }
}
