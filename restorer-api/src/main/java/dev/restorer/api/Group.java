package dev.restorer.api;

import java.util.List;

/**
 * The buildpacks and image extensions of a build. (Platform specification, group.toml)
 *
 * @param buildpacks the buildpacks, in order
 * @param hasExtensions whether there are image extensions
 * @since 0.1
 */
public record Group(List<Buildpack> buildpacks, boolean hasExtensions) {

    /**
     * Copies the list.
     *
     * @param buildpacks the buildpacks, in order
     * @param hasExtensions whether there are image extensions
     * @throws NullPointerException if buildpacks is null
     */
    public Group {
        buildpacks = List.copyOf(buildpacks);
    }
}
