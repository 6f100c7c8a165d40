package dev.restorer.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What would be done for one buildpack.
 *
 * @param buildpack the buildpack
 * @param directory the name of its directory in the layers directory, or null if its id is not safe as one: then
 *     nothing is restored for it
 * @param store what goes into its {@code store.toml}, or null if that file is left alone
 * @param decisions what is decided about each layer: those of the app image by name, then those of the cache by name.
 *     A layer that both restore is written twice, so what the cache knows stays
 * @param contents what is decided about the contents of each cached layer whose metadata is restored, by name
 * @since 0.1
 */
public record BuildpackPlan(
        Buildpack buildpack,
        @Nullable String directory,
        @Nullable StoreMetadata store,
        List<LayerDecision> decisions,
        List<ContentsDecision> contents) {

    /** Copies the lists. */
    public BuildpackPlan {
        Objects.requireNonNull(buildpack, "buildpack");
        decisions = List.copyOf(decisions);
        contents = List.copyOf(contents);
    }
}
