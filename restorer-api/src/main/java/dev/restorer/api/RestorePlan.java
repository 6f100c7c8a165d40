package dev.restorer.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a restore would do, and why. A plan is made from facts alone: no file was read for it.
 *
 * @param skipLayers whether layers are left alone
 * @param buildpacks what would be done for each buildpack, in the order of the group
 * @since 0.1
 */
public record RestorePlan(boolean skipLayers, List<BuildpackPlan> buildpacks) {

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
}
