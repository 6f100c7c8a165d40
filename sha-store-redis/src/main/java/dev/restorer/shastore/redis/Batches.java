package dev.restorer.shastore.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Cuts many layers into batches that a server takes in without keeping others waiting, and batches into windows: those
 * that are on their way together, before the first is answered.
 */
final class Batches {

    /** What one command may have of layers. */
    static final int MAX_LAYERS = 1_000;

    /** What one command may have of bytes, unless one layer alone has more. */
    static final int MAX_BYTES = 1 << 18;

    /** How many batches are on their way together. */
    static final int MAX_ON_THEIR_WAY = 4;

    private Batches() {}

    static <T> List<List<List<T>>> windows(Iterable<T> layers, ToIntFunction<T> bytes) {
        List<List<T>> batches = batches(layers, bytes);
        List<List<List<T>>> windows = new ArrayList<>();
        for (int i = 0; i < batches.size(); i += MAX_ON_THEIR_WAY) {
            windows.add(batches.subList(i, Math.min(i + MAX_ON_THEIR_WAY, batches.size())));
        }
        return windows;
    }

    private static <T> List<List<T>> batches(Iterable<T> layers, ToIntFunction<T> bytes) {
        List<List<T>> batches = new ArrayList<>();
        List<T> batch = new ArrayList<>();
        int size = 0;
        for (T layer : layers) {
            int more = bytes.applyAsInt(layer);
            if (!batch.isEmpty() && (batch.size() == MAX_LAYERS || size + more > MAX_BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(layer);
            size += more;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
