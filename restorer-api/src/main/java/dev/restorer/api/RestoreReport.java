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
 * @param buildpacks the report on each buildpack, in the order of the group
 * @param sbom the outcome for the cache's SBOM layer, or null if there was none to restore
 * @param launchSbom the SBOM files of launch layers that the restore moved next to their layers, in order
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
     * Creates a report on a restore that moved no SBOM file of a launch layer.
     *
     * @param layersDirectory the layers directory
     * @param buildpacks the report on each buildpack, in the order of the group
     * @param sbom the outcome for the cache's SBOM layer, or null if there was none to restore
     */
    public RestoreReport(Path layersDirectory, List<BuildpackReport> buildpacks, @Nullable SbomOutcome sbom) {
        this(layersDirectory, buildpacks, sbom, List.of());
    }

    /**
     * Returns the outcome of every decision about metadata, in the order of the plan.
     *
     * @return the outcomes for the layers of all buildpacks
     */
    public Stream<LayerOutcome> layers() {
        return buildpacks.stream().flatMap(buildpack -> buildpack.layers().stream());
    }

    /**
     * Returns the outcome for the contents of every cached layer, in the order of the plan.
     *
     * @return the outcomes for the cached layers of all buildpacks
     */
    public Stream<ContentsOutcome> contents() {
        return buildpacks.stream().flatMap(buildpack -> buildpack.contents().stream());
    }
}
