package dev.restorer.spi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Carries each layer's diff id from the step that decides to the step that restores contents.
 *
 * <p>A store belongs to one build: what one build puts, another never gets. Ids and names are any non-empty strings
 * and are kept apart exactly as they are, so {@code a/b} and {@code a_b} are two buildpacks. A diff id is any string,
 * the empty one too. A store whose format cannot hold all of that says in its provider's documentation what it
 * cannot, and refuses a name that it cannot hold.
 *
 * <p>Text with an unpaired surrogate, which UTF-8 cannot hold, is kept as it is or refused with a
 * {@link ShaStoreException}. No store keeps it as other text, such as {@code ?}, since two layers would be one then.
 *
 * <p>The bulk methods put or get one layer after the other. A store that asks over a network overrides both, since a
 * restore of many layers would wait for as many answers.
 *
 * <p>Implementations are safe for use by many threads at once. Every method throws {@link NullPointerException} where
 * it is given a null, and, but for {@link #close()}, {@link IllegalStateException} after the store was closed. What
 * goes wrong in the store itself is a {@link ShaStoreException}; a put that returned can be got by whoever opens the
 * same store afterwards.
 *
 * @since 0.1
 */
public interface ShaStore extends AutoCloseable {

    /**
     * Keeps the diff id of a layer. The last put of a layer wins.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param layer the name of the layer
     * @param diffId the diff id
     * @throws ShaStoreException if it cannot be kept
     */
    void put(String buildpackId, String layer, String diffId);

    /**
     * Returns the diff id of a layer.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param layer the name of the layer
     * @return the diff id that was put last, or empty if none was
     * @throws ShaStoreException if it cannot be told
     */
    Optional<String> get(String buildpackId, String layer);

    /**
     * Keeps the diff ids of many layers of a buildpack, as if each were put. If it fails, some may have been kept.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param diffIds the diff ids by the names of the layers
     * @throws ShaStoreException if one cannot be kept
     */
    default void putAll(String buildpackId, Map<String, String> diffIds) {
        diffIds.forEach((layer, diffId) -> put(buildpackId, layer, diffId));
    }

    /**
     * Returns the diff ids of many layers of a buildpack.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param layers the names of the layers
     * @return the diff ids by the names of the layers, without those layers that have none
     * @throws ShaStoreException if they cannot be told
     */
    default Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        Map<String, String> diffIds = new LinkedHashMap<>();
        for (String layer : layers) {
            get(buildpackId, layer).ifPresent(diffId -> diffIds.put(layer, diffId));
        }
        return diffIds;
    }

    /**
     * Gives back what the store holds on to. What was put stays where the store is more than this object. Closing
     * twice does nothing.
     */
    @Override
    void close();
}
