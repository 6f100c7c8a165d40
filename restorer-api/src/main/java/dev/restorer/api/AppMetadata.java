package dev.restorer.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of the previous app image, from its label {@value #LABEL}.
 *
 * @param buildpacks the metadata of each buildpack; of two with the same id the first is used
 * @param sbomDiffId the diff id of the image's layer with the SBOM files of launch layers, or null if it has none; used
 *     only together with {@link dev.restorer.ContentsOptions#previousImage()}
 * @since 0.1
 */
public record AppMetadata(
        List<BuildpackMetadata> buildpacks, @Nullable String sbomDiffId) {

    /** The label of an app image with the metadata in JSON. */
    public static final String LABEL = "io.buildpacks.lifecycle.metadata";

    private static final AppMetadata EMPTY = new AppMetadata(List.of());

    /**
     * Copies the list.
     *
     * @param buildpacks the metadata of each buildpack
     * @param sbomDiffId the diff id of the image's layer with the SBOM files of launch layers, or null if it has none
     * @throws NullPointerException if buildpacks is null
     */
    public AppMetadata {
        buildpacks = List.copyOf(buildpacks);
    }

    /**
     * Creates metadata without an SBOM layer.
     *
     * @param buildpacks the metadata of each buildpack
     */
    public AppMetadata(List<BuildpackMetadata> buildpacks) {
        this(buildpacks, null);
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
