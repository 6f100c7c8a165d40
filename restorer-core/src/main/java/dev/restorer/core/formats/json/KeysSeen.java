package dev.restorer.core.formats.json;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of an object that were read so far. For the usual few keys an array is faster than a set. */
final class KeysSeen {

    private static final int FEW = 8;

    private final String[] few = new String[FEW];
    private int size;
    private @Nullable Set<String> many;

    /** Adds a key, and returns whether it is new. */
    boolean add(String key) {
        if (many != null) {
            return many.add(key);
        }
        for (int i = 0; i < size; i++) {
            if (few[i].equals(key)) {
                return false;
            }
        }
        if (size < FEW) {
            few[size++] = key;
            return true;
        }
        many = new HashSet<>(Set.of(few));
        return many.add(key);
    }
}
