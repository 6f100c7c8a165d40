package dev.restorer.core.contents;

import java.util.Arrays;

/** The paths of the files of a buffer that may not be written yet, and of the directories that they are in. */
final class DeferredPaths {

    /** Four for each file that a buffer can have, since it has a header too, so that half of them stay empty. */
    private static final int SLOTS = 4 * TarBuffer.CAPACITY / TarBlock.LENGTH;

    private static final int UNUSED_BITS = Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS);
    private static final int SPREAD = 0x9e3779b9;

    /** The kinds of paths, which distinguish them from an empty slot. */
    private static final int FILE = 1;

    private static final int DIRECTORY = 2;
    private static final int KIND_BITS = 2;

    /** Hashes and kinds of paths. Each is in the slot that it determines, or in one of the next. */
    private final int[] table = new int[SLOTS];

    private boolean empty = true;

    /** Adds a file, whose directory exists. */
    void add(FoldedPath file) {
        empty = false;
        put(key(file.hash(file.depth()), FILE));
        put(key(file.hash(file.depth() - 1), DIRECTORY));
    }

    void clear() {
        if (!empty) {
            Arrays.fill(table, 0);
            empty = true;
        }
    }

    /** Tells whether an entry could notice that one of the files is missing, or change how it is created. */
    boolean isTouchedBy(FoldedPath path) {
        return !empty && (isFile(path) || has(key(path.hash(path.depth()), DIRECTORY)));
    }

    /** Tells whether the path, or one above it, is that of a file. */
    private boolean isFile(FoldedPath path) {
        for (int depth = path.depth(); depth > 0; depth--) {
            if (has(key(path.hash(depth), FILE))) {
                return true;
            }
        }
        return false;
    }

    private static int key(int hash, int kind) {
        return hash << KIND_BITS | kind;
    }

    private void put(int key) {
        table[slot(key)] = key;
    }

    private boolean has(int key) {
        return table[slot(key)] == key;
    }

    /** Returns the slot that has the hash, or else the one to put it. */
    private int slot(int key) {
        int slot = (key * SPREAD) >>> UNUSED_BITS;
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }
}
