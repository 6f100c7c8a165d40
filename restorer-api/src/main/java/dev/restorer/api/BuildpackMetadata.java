package dev.restorer.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the label or the cache knows of one buildpack.
 *
 * @param id the id of the buildpack ({@code key} in the label)
 * @param layers the layers by name; copied, in the order given
 * @param store what the buildpack keeps beside its layers, or null if it keeps nothing
 * @since 0.1
 */
public record BuildpackMetadata(
        String id,
        Map<String, LayerMetadata> layers,
        @Nullable StoreMetadata store) {

    /** Copies the layers. */
    public BuildpackMetadata {
        Objects.requireNonNull(id, "id");
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /**
     * Returns what is known of a buildpack of which nothing is known.
     *
     * @param id the id of the buildpack
     * @return no layers, no store
     */
    public static BuildpackMetadata empty(String id) {
        return new BuildpackMetadata(id, Map.of(), null);
    }

    static BuildpackMetadata first(List<BuildpackMetadata> buildpacks, String id) {
        for (BuildpackMetadata buildpack : buildpacks) {
            if (buildpack.id().equals(id)) {
                return buildpack;
            }
        }
        return empty(id);
    }
}
