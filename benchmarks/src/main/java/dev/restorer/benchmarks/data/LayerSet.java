package dev.restorer.benchmarks.data;

import dev.restorer.MetadataReader;
import dev.restorer.api.Buildpack;
import dev.restorer.api.RestoreRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A build of many layers, the same for the same numbers: up to 1,000 layers a buildpack, each with 400 bytes of nested
 * metadata, four in five of them restored.
 *
 * @param layers the number of layers
 * @param buildpackApi the Buildpack API of all buildpacks
 */
public record LayerSet(int layers, String buildpackApi) {

    private static final int MAX_LAYERS_A_BUILDPACK = 1_000;

    /** The types of a layer, and where it is listed. They depend on the index modulo five. */
    private static final int KINDS = 5;

    private static final int IN_BOTH = 2;
    private static final int IN_CACHE = 3;

    /**
     * Returns the buildpacks.
     *
     * @return the group, in order
     */
    public List<Buildpack> group() {
        return IntStream.range(0, buildpacks())
                .mapToObj(i -> new Buildpack(buildpackId(i), "1.0." + i, buildpackApi))
                .toList();
    }

    private int buildpacks() {
        return Math.max(1, (layers + MAX_LAYERS_A_BUILDPACK - 1) / MAX_LAYERS_A_BUILDPACK);
    }

    private static String buildpackId(int buildpack) {
        return "example/buildpack-" + buildpack;
    }

    /**
     * Returns the label of the previous image.
     *
     * @return its JSON in UTF-8
     */
    public byte[] label() {
        return json(false);
    }

    /**
     * Returns the metadata of the cache.
     *
     * @return its JSON in UTF-8
     */
    public byte[] cacheMetadata() {
        return json(true);
    }

    /**
     * Returns the same metadata as {@link #label()} as an {@code analyzed.toml}.
     *
     * @return its TOML in UTF-8
     */
    public byte[] analyzedToml() {
        StringBuilder toml = new StringBuilder();
        for (int buildpack = 0; buildpack < buildpacks(); buildpack++) {
            toml.append("[[metadata.buildpacks]]\nkey = \"")
                    .append(buildpackId(buildpack))
                    .append("\"\nversion = \"1.0.")
                    .append(buildpack)
                    .append("\"\n");
            for (int layer = buildpack; layer < layers; layer += buildpacks()) {
                if (isIn(layer, false)) {
                    LayerText.toml(toml, layer, types(layer));
                }
            }
        }
        return toml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] json(boolean cache) {
        StringBuilder json = new StringBuilder("{\"buildpacks\":[");
        for (int buildpack = 0; buildpack < buildpacks(); buildpack++) {
            json.append(buildpack == 0 ? "" : ",")
                    .append("{\"key\":\"")
                    .append(buildpackId(buildpack))
                    .append("\",\"version\":\"1.0.")
                    .append(buildpack)
                    .append("\",\"layers\":{");
            boolean first = true;
            for (int layer = buildpack; layer < layers; layer += buildpacks()) {
                if (isIn(layer, cache)) {
                    json.append(first ? "" : ",");
                    LayerText.json(json, layer, types(layer));
                    first = false;
                }
            }
            json.append("}}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isIn(int layer, boolean cache) {
        int kind = layer % KINDS;
        return kind == IN_BOTH || cache == (kind == IN_CACHE);
    }

    /** Launch layers, cached layers, and one in five that is a build layer and not restored. */
    private static LayerText.Types types(int layer) {
        return switch (layer % KINDS) {
            case 0, 1 -> new LayerText.Types(false, true, false);
            case IN_BOTH -> new LayerText.Types(true, true, true);
            case IN_CACHE -> new LayerText.Types(true, false, true);
            default -> new LayerText.Types(true, false, false);
        };
    }

    /**
     * Returns a request to restore all of them.
     *
     * @param layersDirectory the layers directory
     * @return the request, read from {@link #label()} and {@link #cacheMetadata()}
     */
    public RestoreRequest request(Path layersDirectory) {
        MetadataReader reader = MetadataReader.load();
        return RestoreRequest.in(layersDirectory)
                .group(group())
                .appMetadata(reader.parseLabel(label()))
                .cacheMetadata(reader.parseCacheMetadata(cacheMetadata()))
                .build();
    }

    /**
     * Returns a request that was read for another layers directory.
     *
     * @param layersDirectory the layers directory
     * @param read the request
     * @return a request with the same group and metadata
     */
    public static RestoreRequest requestIn(Path layersDirectory, RestoreRequest read) {
        return RestoreRequest.in(layersDirectory)
                .group(read.group())
                .appMetadata(read.appMetadata())
                .cacheMetadata(read.cacheMetadata())
                .build();
    }
}
