package dev.restorer.core.formats;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that an object has shown so far: few as a rule, which an array holds best. */
final class KeysSeen {

    private static final int FEW = 8;

    private final String[] few = new String[FEW];
    private int size;
    private @Nullable Set<String> many;

    /** Returns whether the key is new. */
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
