package dev.restorer.api;

import java.util.List;

/**
 * What the previous app image knows: its label {@code io.buildpacks.lifecycle.metadata}, read.
 *
 * @param buildpacks what is known of each buildpack; of two with one id the first counts
 * @since 0.1
 */
public record AppMetadata(List<BuildpackMetadata> buildpacks) {

    private static final AppMetadata EMPTY = new AppMetadata(List.of());

    /** Copies the list. */
    public AppMetadata {
        buildpacks = List.copyOf(buildpacks);
    }

    /**
     * Returns what is known where there is no previous app image.
     *
     * @return no buildpacks
     */
    public static AppMetadata empty() {
        return EMPTY;
    }

    /**
     * Returns what is known of a buildpack.
     *
     * @param buildpackId the id of the buildpack
     * @return the first entry of that id, or an empty one
     */
    public BuildpackMetadata buildpack(String buildpackId) {
        return BuildpackMetadata.first(buildpacks, buildpackId);
    }
}
