package dev.restorer.api;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a restore would do, and why. A plan is made from the facts of a request; no file is read for it. Its decisions
 * about contents therefore cover the layers whose metadata this restore writes. The same rules apply to layers that are
 * already in the layers directory, once a restore finds them there.
 *
 * @param skipLayers whether layers are skipped
 * @param buildpacks the plan for each buildpack, in the order of the group
 * @param sbomDiffId the diff id of the cache's SBOM layer whose files would be restored, or null if there are none
 * @param launchSbom whether SBOM files of launch layers would be moved next to their layers, if the analyzer wrote any
 * @since 0.1
 */
public record RestorePlan(
        boolean skipLayers,
        List<BuildpackPlan> buildpacks,
        @Nullable String sbomDiffId,
        boolean launchSbom) {

    /**
     * Copies the list.
     *
     * @param skipLayers whether layers are skipped
     * @param buildpacks the plan for each buildpack, in the order of the group
     * @param sbomDiffId the diff id of the cache's SBOM layer whose files would be restored, or null if there are none
     * @param launchSbom whether SBOM files of launch layers would be moved next to their layers, if the analyzer wrote
     *     any
     * @throws NullPointerException if buildpacks is null
     */
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
