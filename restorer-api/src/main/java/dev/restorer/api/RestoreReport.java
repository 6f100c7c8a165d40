package dev.restorer.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a restore did, and why.
 *
 * @param layersDirectory the layers directory
 * @param buildpacks what was done for each buildpack, in the order of the group
 * @param sbom what became of the cache's SBOM layer, or null if there was none to restore
 * @param launchSbom the SBOM files of launch layers that the analyzer had left and that are beside their layers now, in
 *     order
 * @since 0.1
 */
public record RestoreReport(
        Path layersDirectory,
        List<BuildpackReport> buildpacks,
        @Nullable SbomOutcome sbom,
        List<Path> launchSbom) {

    /** Copies the lists. */
    public RestoreReport {
        Objects.requireNonNull(layersDirectory, "layersDirectory");
        buildpacks = List.copyOf(buildpacks);
        launchSbom = List.copyOf(launchSbom);
    }

    /**
     * Reports on a restore that moved no SBOM file of a launch layer.
     *
     * @param layersDirectory the layers directory
     * @param buildpacks what was done for each buildpack, in the order of the group
     * @param sbom what became of the cache's SBOM layer, or null if there was none to restore
     */
    public RestoreReport(Path layersDirectory, List<BuildpackReport> buildpacks, @Nullable SbomOutcome sbom) {
        this(layersDirectory, buildpacks, sbom, List.of());
    }

    /**
     * Returns what became of every decision, in the order of the plan.
     *
     * @return the outcomes for the layers of all buildpacks
     */
    public Stream<LayerOutcome> layers() {
        return buildpacks.stream().flatMap(buildpack -> buildpack.layers().stream());
    }

    /**
     * Returns what became of the contents of every cached layer, in the order of the plan.
     *
     * @return the outcomes for the cached layers of all buildpacks
     */
    public Stream<ContentsOutcome> contents() {
        return buildpacks.stream().flatMap(buildpack -> buildpack.contents().stream());
    }
}
