package dev.restorer.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a restore would do for one buildpack.
 *
 * @param buildpack the buildpack
 * @param directory the name of its directory in the layers directory, or null if its id is not safe as a directory
 *     name; then nothing is restored for it
 * @param store the content for its {@code store.toml}, or null if that file is not changed
 * @param decisions the decision about each layer: the layers of the app image by name, then those of the cache by name.
 *     A layer that is restored from both is written twice, so the metadata of the cache remains
 * @param contents the decision about the contents of each cached layer whose metadata is restored, by name
 * @since 0.1
 */
public record BuildpackPlan(
        Buildpack buildpack,
        @Nullable String directory,
        @Nullable StoreMetadata store,
        List<LayerDecision> decisions,
        List<ContentsDecision> contents) {

    /**
     * Copies the lists.
     *
     * @param buildpack the buildpack
     * @param directory the name of its directory in the layers directory, or null if its id is not safe as a directory
     *     name
     * @param store the content for its {@code store.toml}, or null if that file is not changed
     * @param decisions the decision about each layer: the layers of the app image by name, then those of the cache by
     *     name. A layer that is restored from both is written twice, so the metadata of the cache remains
     * @param contents the decision about the contents of each cached layer whose metadata is restored, by name
     * @throws NullPointerException if buildpack, decisions or contents is null
     */
    public BuildpackPlan {
        Objects.requireNonNull(buildpack, "buildpack");
        decisions = List.copyOf(decisions);
        contents = List.copyOf(contents);
    }
}
