package dev.restorer.core.engine;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.core.engine.log.DecisionLog;
import dev.restorer.core.engine.log.LayersDirectoryLog;
import dev.restorer.core.layersdir.BuildpackDirectory;
import dev.restorer.core.layersdir.LayersDirectory;
import dev.restorer.files.LayersDirectoryNames;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Directories in the places of files that are to be written. A file cannot replace a directory, so these are found
 * before anything is written. The directory of a layer that an earlier build restored is removed with its layer: for
 * example that of a layer {@code a.toml}, if now a layer {@code a} is restored. Any other directory is an error.
 */
final class Obstacles {

    private final LayersDirectory layers;
    private final ShaStoreCalls shaStore;
    private final Map<BuildpackPlan, Set<String>> found = new LinkedHashMap<>();

    Obstacles(LayersDirectory layers, ShaStoreCalls shaStore) {
        this.layers = layers;
        this.shaStore = shaStore;
    }

    /** Finds those of one buildpack. */
    void find(BuildpackPlan buildpack, BuildpackDirectory directory) {
        Set<String> names = directory.directoriesAt(files(buildpack));
        for (String name : names) {
            directory.requireLayer(name);
        }
        if (!names.isEmpty()) {
            found.put(buildpack, names);
        }
    }

    /** Removes those that were found, once all buildpacks were searched. */
    void remove(DecisionLog log, LayersDirectoryLog directoryLog) {
        found.forEach((buildpack, names) -> layers.open(directory(buildpack)).ifPresent(directory -> {
            try (directory) {
                for (String name : directory.directoriesAt(names)) { // another buildpack may have the same directory
                    log.inTheWay(new LayerId(buildpack.buildpack().id(), name));
                    directory.layers().remove(name).ifPresent(directoryLog::notRemoved);
                }
                directory.requireNoDirectoryAt(files(buildpack));
            }
        }));
    }

    private Set<String> files(BuildpackPlan buildpack) {
        boolean hasDiffIds = shaStore.keepsIn(
                Objects.requireNonNull(layers.path(directory(buildpack))),
                buildpack.buildpack().id());
        Set<String> files = new HashSet<>();
        for (LayerDecision decision : buildpack.decisions()) {
            if (decision.restored()) {
                String layer = decision.id().layer();
                files.add(LayersDirectoryNames.toml(layer));
                if (hasDiffIds) {
                    files.add(LayersDirectoryNames.sha(layer));
                }
            }
        }
        if (buildpack.store() != null) {
            files.add(LayersDirectoryNames.STORE);
        }
        return files;
    }

    private static String directory(BuildpackPlan buildpack) {
        return Objects.requireNonNull(buildpack.directory());
    }
}
