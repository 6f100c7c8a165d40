package dev.restorer.benchmarks.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a SHA store keeps of one buildpack. */
public final class DiffIds {

    private DiffIds() {}

    /**
     * Makes diff ids.
     *
     * @param layers of how many layers
     * @return the diff ids, by layer
     */
    public static Map<String, String> of(int layers) {
        Map<String, String> diffIds = new LinkedHashMap<>();
        for (int i = 0; i < layers; i++) {
            diffIds.put("layer-" + i, "sha256:" + String.format("%064x", i));
        }
        return diffIds;
    }
}
