package dev.restorer.core.contents.pipeline;

import java.util.Arrays;

/** The paths of the files of a buffer that may not be written yet, and of the directories that they are in. */
final class DeferredPaths {

    /** So that half of the slots stay empty: a file has one, and its directory too. */
    private static final int SLOTS_A_FILE = 4;

    private static final int SPREAD = 0x9e3779b9;

    /** The kinds of paths, which distinguish them from an empty slot. */
    private static final int FILE = 1;

    private static final int DIRECTORY = 2;
    private static final int KIND_BITS = 2;

    /** Hashes and kinds of paths. Each is in the slot that it determines, or in one of the next. */
    private final int[] table;

    /** How many bits of an int are too many for the number of a slot. */
    private final int unusedBits;

    private boolean empty = true;

    /**
     * Creates an empty set.
     *
     * @param blocks the blocks of the buffer, a power of two; it has at most one file more, whose header is in the
     *     buffer before it
     */
    DeferredPaths(int blocks) {
        table = new int[SLOTS_A_FILE * blocks];
        unusedBits = Integer.SIZE - Integer.numberOfTrailingZeros(table.length);
    }

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
        int slot = (key * SPREAD) >>> unusedBits;
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) % table.length;
        }
        return slot;
    }
}
