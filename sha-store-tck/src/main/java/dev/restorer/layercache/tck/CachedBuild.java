package dev.restorer.layercache.tck;

import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What an exporter has put into a cache, for a test to fill its cache with.
 *
 * @param metadataJson the metadata of the cache, as the label {@code io.buildpacks.lifecycle.cache.metadata} has it
 * @param layers the bytes of the layers by their diff ids. They need not be tars. A cache may keep and return them
 *     compressed with gzip
 * @since 0.1
 */
public record CachedBuild(String metadataJson, Map<String, byte[]> layers) {

    private static final String BUILDPACK = "example/node";
    private static final int LARGE = 3 << 20;

    /** The metadata of the JSON, in which each layer has its diff id. */
    CacheMetadata metadata() {
        Map<String, LayerMetadata> named = new LinkedHashMap<>();
        for (String diffId : layers.keySet()) {
            named.put(
                    "layer-" + named.size(),
                    LayerMetadata.of(diffId)
                            .types(LayerTypes.of(true, false, true))
                            .build());
        }
        return new CacheMetadata(List.of(new BuildpackMetadata(BUILDPACK, named, null)), null);
    }

    /** Creates a build with an empty layer, a small one, and one that no buffer holds. */
    static CachedBuild create() {
        Random random = new Random(1);
        Map<String, byte[]> layers = new LinkedHashMap<>();
        for (int size : new int[] {0, 1_000, LARGE}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            layers.put(DiffIds.of(bytes), bytes);
        }
        return new CachedBuild(json(layers), layers);
    }

    /** The same build with metadata that was cut off, as by a disk that was full. */
    CachedBuild damaged() {
        return new CachedBuild(metadataJson.substring(0, metadataJson.length() / 2), layers);
    }

    private static String json(Map<String, byte[]> layers) {
        StringBuilder json = new StringBuilder("{\"buildpacks\":[{\"key\":\"" + BUILDPACK + "\",\"layers\":{");
        int index = 0;
        for (String diffId : layers.keySet()) {
            json.append(index == 0 ? "" : ",")
                    .append("\"layer-")
                    .append(index++)
                    .append("\":{\"sha\":\"")
                    .append(diffId)
                    .append("\",\"build\":true,\"launch\":false,\"cache\":true}");
        }
        return json.append("}}]}").toString();
    }

    /** Returns the number of layers and their sizes, since the bytes are of no use in a message. */
    @Override
    public String toString() {
        return "CachedBuild[layers of "
                + layers.values().stream().map(bytes -> bytes.length).toList() + " bytes]";
    }
}
