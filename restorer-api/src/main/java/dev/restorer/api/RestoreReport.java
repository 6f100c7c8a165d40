package dev.restorer.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a restore did, and why.
 *
 * @param layersDirectory the layers directory
 * @param buildpacks what was done for each buildpack, in the order of the group
 * @since 0.1
 */
public record RestoreReport(Path layersDirectory, List<BuildpackReport> buildpacks) {

    /** Copies the list. */
    public RestoreReport {
        Objects.requireNonNull(layersDirectory, "layersDirectory");
        buildpacks = List.copyOf(buildpacks);
    }

    /**
     * Returns what became of every decision, in the order of the plan.
     *
     * @return the outcomes for the layers of all buildpacks
     */
    public Stream<LayerOutcome> layers() {
        return buildpacks.stream().flatMap(buildpack -> buildpack.layers().stream());
    }
}
