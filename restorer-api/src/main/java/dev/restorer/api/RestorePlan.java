package dev.restorer.api;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a restore would do, and why. A plan is made from facts alone: no file was read for it. So it says of contents
 * what becomes of the layers that this restore brings back; layers that stand in the layers directory already are
 * decided about by the same rules when they are found.
 *
 * @param skipLayers whether layers are left alone
 * @param buildpacks what would be done for each buildpack, in the order of the group
 * @param sbomDiffId the diff id of the cache's SBOM layer whose files would be restored, or null if none are
 * @param launchSbom whether SBOM files of launch layers would be moved beside their layers, if the analyzer left any
 * @since 0.1
 */
public record RestorePlan(
        boolean skipLayers,
        List<BuildpackPlan> buildpacks,
        @Nullable String sbomDiffId,
        boolean launchSbom) {

    /** Copies the list. */
    public RestorePlan {
        buildpacks = List.copyOf(buildpacks);
    }

    /**
     * Returns every decision, in the order in which they are carried out and logged.
     *
     * @return the decisions about the layers of all buildpacks
     */
    public Stream<LayerDecision> decisions() {
        return buildpacks.stream().flatMap(buildpack -> buildpack.decisions().stream());
    }

    /**
     * Returns every decision about contents, in the order in which they are carried out and logged.
     *
     * @return the decisions about the cached layers of all buildpacks
     */
    public Stream<ContentsDecision> contents() {
        return buildpacks.stream().flatMap(buildpack -> buildpack.contents().stream());
    }
}
