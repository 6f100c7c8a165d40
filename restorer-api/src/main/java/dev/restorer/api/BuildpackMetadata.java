package dev.restorer.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of one buildpack in the label or in the cache.
 *
 * @param id the id of the buildpack ({@code key} in the label)
 * @param layers the layers by name; copied, in the order given
 * @param store the content of its {@code store.toml}, or null if it has none
 * @since 0.1
 */
public record BuildpackMetadata(
        String id,
        Map<String, LayerMetadata> layers,
        @Nullable StoreMetadata store) {

    /**
     * Copies the layers.
     *
     * @param id the id of the buildpack ({@code key} in the label)
     * @param layers the layers by name
     * @param store the content of its {@code store.toml}, or null if it has none
     * @throws NullPointerException if the id, the map, the name of a layer or its metadata is null
     */
    public BuildpackMetadata {
        Objects.requireNonNull(id, "id");
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
        if (layers.containsKey(null) || layers.containsValue(null)) {
            throw new NullPointerException("a layer of the buildpack " + id + " has no name or no metadata");
        }
    }

    /**
     * Returns the metadata of a buildpack for which none was recorded.
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
