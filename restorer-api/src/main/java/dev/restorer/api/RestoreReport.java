package dev.restorer.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a restore did, and why. {@link dev.restorer.ReportFormat} converts it to JSON and back.
 *
 * @param layersDirectory the layers directory
 * @param buildpacks the report on each buildpack, in the order of the group
 * @param sbom the outcome for the cache's SBOM layer, or null if there was none to restore
 * @param launchSbom the SBOM files of launch layers that the restore moved next to their layers, in order, and those
 *     that an earlier build left for its cached layers
 * @param previousImage the previous image whose label was read, or null if none was
 * @param cacheImage the image of the cache, or null if none was used
 * @since 0.1
 */
public record RestoreReport(
        Path layersDirectory,
        List<BuildpackReport> buildpacks,
        @Nullable SbomOutcome sbom,
        List<Path> launchSbom,
        @Nullable ReportedImage previousImage,
        @Nullable ReportedImage cacheImage) {

    /**
     * Copies the lists.
     *
     * @param layersDirectory the layers directory
     * @param buildpacks the report on each buildpack, in the order of the group
     * @param sbom the outcome for the cache's SBOM layer, or null if there was none to restore
     * @param launchSbom the SBOM files of launch layers that the restore moved next to their layers, in order, and
     *     those that an earlier build left for its cached layers
     * @param previousImage the previous image whose label was read, or null if none was
     * @param cacheImage the image of the cache, or null if none was used
     * @throws NullPointerException if layersDirectory, buildpacks or launchSbom is null
     */
    public RestoreReport {
        Objects.requireNonNull(layersDirectory, "layersDirectory");
        buildpacks = List.copyOf(buildpacks);
        launchSbom = List.copyOf(launchSbom);
    }

    /**
     * Creates a report that names no image, as the engine does, which knows images only as caches.
     *
     * @param layersDirectory the layers directory
     * @param buildpacks the report on each buildpack, in the order of the group
     * @param sbom the outcome for the cache's SBOM layer, or null if there was none to restore
     * @param launchSbom the SBOM files of launch layers that the restore moved next to their layers, in order, and
     *     those that an earlier build left for its cached layers
     */
    public RestoreReport(
            Path layersDirectory, List<BuildpackReport> buildpacks, @Nullable SbomOutcome sbom, List<Path> launchSbom) {
        this(layersDirectory, buildpacks, sbom, launchSbom, null, null);
    }

    /**
     * Returns this report with the images that the metadata and the cache were read from.
     *
     * @param previous the previous image, or null
     * @param cache the image of the cache, or null
     * @return a report that names the images
     */
    public RestoreReport withImages(@Nullable ReportedImage previous, @Nullable ReportedImage cache) {
        return new RestoreReport(layersDirectory, buildpacks, sbom, launchSbom, previous, cache);
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
