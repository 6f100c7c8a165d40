package dev.restorer.core.engine;

import dev.restorer.api.Buildpack;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.core.engine.log.ContentsLog;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayerFiles;
import dev.restorer.core.layersdir.SbomDirectory;
import dev.restorer.core.layersdir.SbomFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves SBOM files next to their layers, for every layer of a buildpack that has a directory. A file that was moved
 * before is not replaced. One that cannot be moved is logged, and does not keep the others from being moved.
 */
final class SbomMoves {

    private final RestoreScope scope;
    private final ContentsLog log;

    /** The names of the buildpacks' directories, which several buildpacks may share. */
    private final Set<String> directories = new LinkedHashSet<>();

    private final Set<Path> moved = new HashSet<>();

    SbomMoves(RestoreScope scope, ContentsLog log) {
        this.scope = scope;
        this.log = log;
        for (Buildpack buildpack : scope.request().group()) {
            String name = scope.names().directory(buildpack.id());
            if (name != null) {
                directories.add(name);
            }
        }
    }

    /** Tells whether a buildpack's directory has a name. */
    boolean isDirectoryOfBuildpack(String name) {
        return directories.contains(name);
    }

    /** Moves the files of a directory, and returns their new paths. */
    List<Path> moveAll(SbomDirectory sbom) {
        List<Path> paths = new ArrayList<>();
        directories.forEach(directory -> attempt(() -> moveOfBuildpack(sbom, directory, paths)));
        return paths;
    }

    private void moveOfBuildpack(SbomDirectory sbom, String buildpackDirectory, List<Path> paths) {
        List<String> described = sbom.layers(buildpackDirectory, scope.names()::isLayerName);
        if (described.isEmpty()) {
            return;
        }
        scope.layers().open(buildpackDirectory).ifPresent(opened -> {
            try (BuildpackDirectory buildpack = opened) {
                LayerFiles files = buildpack.layers();
                described.forEach(
                        layer -> attempt(() -> moveOfLayer(sbom.files(buildpackDirectory, layer), files, paths)));
            }
        });
    }

    private void moveOfLayer(List<SbomFile> described, LayerFiles files, List<Path> paths) {
        for (SbomFile file : described) {
            String problem = file.nameProblem();
            if (problem != null) {
                log.sbomFileNotRestored(problem);
            } else if (!moved.contains(files.path(file))) {
                attempt(() -> {
                    Path path = files.moveIn(file);
                    moved.add(path);
                    paths.add(path);
                });
            }
        }
    }

    /** Runs a step, and logs its failure. */
    void attempt(Runnable step) {
        try {
            step.run();
        } catch (LayersDirectoryException e) {
            log.sbomFileNotRestored(String.valueOf(e.getMessage()));
        }
    }
}
