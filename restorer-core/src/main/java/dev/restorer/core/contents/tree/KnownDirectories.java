package dev.restorer.core.contents.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Directories that are known to exist, each with all directories above it. */
final class KnownDirectories {

    /** A directory with those in it, by their names. */
    private static final class Directory {
        private final Map<String, Directory> directories = new HashMap<>();
    }

    private Directory root = new Directory();
    private int size;

    int size() {
        return size;
    }

    void clear() {
        root = new Directory();
        size = 0;
    }

    /** Adds a directory and those above it. */
    void add(List<String> parts) {
        Directory directory = root;
        for (String name : parts) {
            Directory next = directory.directories.get(name);
            if (next == null) {
                next = new Directory();
                directory.directories.put(name, next);
                size++;
            }
            directory = next;
        }
    }

    /** Returns how many of the directories that lead to this one, and itself, are known. */
    int depth(List<String> parts) {
        Directory directory = root;
        for (int depth = 0; depth < parts.size(); depth++) {
            directory = directory.directories.get(parts.get(depth));
            if (directory == null) {
                return depth;
            }
        }
        return parts.size();
    }
}
