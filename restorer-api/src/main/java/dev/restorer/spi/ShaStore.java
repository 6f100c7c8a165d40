package dev.restorer.spi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps each layer's diff id from the step that restores metadata to the step that restores contents.
 *
 * <p>A store belongs to one build: one build never gets what another build put. Ids and names are any non-empty strings
 * and are compared exactly, so {@code a/b} and {@code a_b} are two buildpacks. A diff id is any string, including the
 * empty string. If the format of a store cannot hold some of these strings, the documentation of its provider says
 * which, and the store refuses them.
 *
 * <p>Text with an unpaired surrogate, which UTF-8 cannot encode, is kept unchanged or refused with a
 * {@link ShaStoreException}. A store must not replace it by other text, such as {@code ?}, since two layers could then
 * have the same name.
 *
 * <p>The bulk methods put or get one layer after the other. A store that is reached over a network overrides both,
 * since a restore of many layers would otherwise wait for each reply.
 *
 * <p>Implementations are safe for use by many threads at once. Every method throws {@link NullPointerException} for a
 * null argument, which includes a null in a map or collection, and, except for {@link #close()},
 * {@link IllegalStateException} after the store was closed. A bulk method that is not overridden only learns from its
 * puts or gets that the store was closed; with an empty map or collection it makes none, and returns normally. A
 * failure of the store itself is a {@link ShaStoreException}. After a put has returned, every later opening of the same
 * store gets its diff id.
 *
 * @since 0.1
 */
public interface ShaStore extends AutoCloseable {

    /**
     * Stores the diff id of a layer, and replaces an earlier diff id of that layer.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param layer the name of the layer
     * @param diffId the diff id
     * @throws ShaStoreException if it cannot be stored
     */
    void put(String buildpackId, String layer, String diffId);

    /**
     * Returns the diff id of a layer.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param layer the name of the layer
     * @return the diff id that was put last, or empty if none was
     * @throws ShaStoreException if it cannot be read
     */
    Optional<String> get(String buildpackId, String layer);

    /**
     * Stores the diff ids of many layers of a buildpack, as if each were put. If it fails, some may have been stored.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param diffIds the diff ids by the names of the layers
     * @throws ShaStoreException if one cannot be stored
     */
    default void putAll(String buildpackId, Map<String, String> diffIds) {
        Objects.requireNonNull(buildpackId, "buildpackId");
        diffIds.forEach((layer, diffId) ->
                put(buildpackId, Objects.requireNonNull(layer, "layer"), Objects.requireNonNull(diffId, "diffId")));
    }

    /**
     * Returns the diff ids of many layers of a buildpack.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param layers the names of the layers
     * @return the diff ids by the names of the layers, without those layers that have none
     * @throws ShaStoreException if they cannot be read
     */
    default Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        Objects.requireNonNull(buildpackId, "buildpackId");
        Map<String, String> diffIds = new LinkedHashMap<>();
        for (String layer : layers) {
            get(buildpackId, Objects.requireNonNull(layer, "layer")).ifPresent(diffId -> diffIds.put(layer, diffId));
        }
        return diffIds;
    }

    /**
     * Releases the resources of the store. Diff ids that were put remain in a store that is kept outside this object,
     * such as files or a server. Closing a closed store has no effect.
     */
    @Override
    void close();
}
