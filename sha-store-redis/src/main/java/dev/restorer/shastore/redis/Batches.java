package dev.restorer.shastore.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts many layers into batches that a server takes in without keeping others waiting. */
final class Batches {

    /** What one command may have of layers. */
    static final int MAX_LAYERS = 1_000;

    /** What one command may have of bytes, unless one layer alone has more. */
    static final int MAX_BYTES = 1 << 18;

    private Batches() {}

    static <T> List<List<T>> of(Iterable<T> layers, ToIntFunction<T> bytes) {
        List<List<T>> batches = new ArrayList<>();
        List<T> batch = List.of();
        int size = 0;
        for (T layer : layers) {
            int more = bytes.applyAsInt(layer);
            if (batch.isEmpty() || batch.size() == MAX_LAYERS || size + more > MAX_BYTES) {
                batch = new ArrayList<>();
                batches.add(batch);
                size = 0;
            }
            batch.add(layer);
            size += more;
        }
        return batches;
    }
}
