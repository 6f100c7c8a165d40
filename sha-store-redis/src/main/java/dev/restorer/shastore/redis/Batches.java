package dev.restorer.shastore.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Splits layers into batches, so that no single command blocks the server for long. */
final class Batches {

    /** The maximum number of layers in one command. */
    static final int MAX_LAYERS = 1_000;

    /** The maximum size of the layers in one command, unless a single layer is larger. */
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
