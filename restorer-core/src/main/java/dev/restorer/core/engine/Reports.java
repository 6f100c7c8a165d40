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

/** Merges the reports on metadata and on contents of one restore, and adds up what they contain. */
final class Reports {

    private Reports() {}

    static RestoreReport merged(RestoreReport metadata, RestoreReport contents) {
        Set<Path> removed = removed(contents);
        List<BuildpackReport> merged = new ArrayList<>();
        for (int i = 0; i < metadata.buildpacks().size(); i++) {
            BuildpackReport metadataReport = metadata.buildpacks().get(i);
            merged.add(new BuildpackReport(
                    metadataReport.buildpack(),
                    metadataReport.directory(),
                    metadataReport.store(),
                    remaining(metadataReport, removed),
                    contents.buildpacks().get(i).contents()));
        }
        return new RestoreReport(metadata.layersDirectory(), merged, contents.sbom(), contents.launchSbom());
    }

    /** Returns the total size of the contents that were restored. */
    static long bytes(RestoreReport report) {
        return report.contents().mapToLong(Reports::bytes).sum();
    }

    static long bytes(ContentsOutcome outcome) {
        return outcome instanceof ContentsOutcome.Restored restored ? restored.bytes() : 0;
    }

    /** Returns the files of layers that were removed. Buildpacks may share a directory, and so a layer's file. */
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

    /** Returns the outcomes without the files that were written, and then removed with their layer. */
    private static List<LayerOutcome> remaining(BuildpackReport metadataReport, Set<Path> removed) {
        if (removed.isEmpty()) {
            return metadataReport.layers();
        }
        return metadataReport.layers().stream()
                .map(outcome -> {
                    Path written = metadataReport.written(outcome);
                    return written != null && removed.contains(written)
                            ? new LayerOutcome(outcome.decision(), null)
                            : outcome;
                })
                .toList();
    }
}
