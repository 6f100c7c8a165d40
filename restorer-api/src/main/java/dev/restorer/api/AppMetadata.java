package dev.restorer.api;

import java.util.List;

/**
 * The metadata of the previous app image, from its label {@code io.buildpacks.lifecycle.metadata}.
 *
 * @param buildpacks the metadata of each buildpack; of two with the same id the first is used
 * @since 0.1
 */
public record AppMetadata(List<BuildpackMetadata> buildpacks) {

    private static final AppMetadata EMPTY = new AppMetadata(List.of());

    /** Copies the list. */
    public AppMetadata {
        buildpacks = List.copyOf(buildpacks);
    }

    /**
     * Returns the metadata for the case that there is no previous app image.
     *
     * @return no buildpacks
     */
    public static AppMetadata empty() {
        return EMPTY;
    }

    /**
     * Returns the metadata of a buildpack.
     *
     * @param buildpackId the id of the buildpack
     * @return the first entry with that id, or an empty entry
     */
    public BuildpackMetadata buildpack(String buildpackId) {
        return BuildpackMetadata.first(buildpacks, buildpackId);
    }
}
