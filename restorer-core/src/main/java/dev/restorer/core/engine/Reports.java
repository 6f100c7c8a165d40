package dev.restorer.core.engine;

import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.RestoreReport;
import dev.restorer.files.LayersDirectoryNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Joins the reports of the two halves of a restore. */
final class Reports {

    private Reports() {}

    static RestoreReport joined(RestoreReport metadata, RestoreReport contents) {
        Set<Path> removed = removed(contents);
        List<BuildpackReport> joined = new ArrayList<>();
        for (int i = 0; i < metadata.buildpacks().size(); i++) {
            BuildpackReport known = metadata.buildpacks().get(i);
            joined.add(new BuildpackReport(
                    known.buildpack(),
                    known.directory(),
                    known.store(),
                    standing(known, removed),
                    contents.buildpacks().get(i).contents()));
        }
        return new RestoreReport(metadata.layersDirectory(), joined, contents.sbom(), contents.launchSbom());
    }

    /** Returns the files of the layers that were removed. Buildpacks may share a directory, and so a layer's file. */
    private static Set<Path> removed(RestoreReport contents) {
        Set<Path> removed = new HashSet<>();
        for (BuildpackReport buildpack : contents.buildpacks()) {
            for (ContentsOutcome outcome : buildpack.contents()) {
                if (buildpack.directory() != null && outcome instanceof ContentsOutcome.Removed) {
                    String layer = outcome.decision().id().layer();
                    removed.add(buildpack.directory().resolve(LayersDirectoryNames.toml(layer)));
                }
            }
        }
        return removed;
    }

    /** Metadata that was written, and then removed with its layer, is not claimed. */
    private static List<LayerOutcome> standing(BuildpackReport known, Set<Path> removed) {
        if (removed.isEmpty()) {
            return known.layers();
        }
        return known.layers().stream()
                .map(outcome -> {
                    Path written = known.written(outcome);
                    return written != null && removed.contains(written)
                            ? new LayerOutcome(outcome.decision(), null)
                            : outcome;
                })
                .toList();
    }
}
