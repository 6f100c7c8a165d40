package dev.restorer.cli.explain;

import dev.restorer.api.RestorePlan;
import dev.restorer.cli.images.UsedImages;
import dev.restorer.cli.table.LaunchSbom;
import java.nio.file.Path;
import java.util.Collection;

/**
 * A plan, and what it is based on.
 *
 * @param plan the plan
 * @param layersDirectory the layers directory
 * @param images the images that the facts are from
 * @param contents whether contents would be restored, and not only metadata
 * @param launchSbom where the SBOM files of launch layers are
 * @param listedBuildpacks the ids of the buildpacks of which the app image or the cache lists layers, also of those
 *     that are not in the group
 */
public record Explanation(
        RestorePlan plan,
        Path layersDirectory,
        UsedImages images,
        boolean contents,
        LaunchSbom launchSbom,
        Collection<String> listedBuildpacks) {}
