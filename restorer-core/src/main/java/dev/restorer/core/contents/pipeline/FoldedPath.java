package dev.restorer.core.contents.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of an entry without the case of its letters, which file systems may ignore. Only the hashes of the path and
 * of the directories above it are kept, so different paths may be taken for equal, but never equal ones for different.
 */
public final class FoldedPath {

    private static final int FACTOR = 31;
    private static final int CASE = 'a' - 'A';
    private static final int FIRST_NOT_ASCII = 0x80;

    /** The hashes of the paths of all depths, of which the root has the first. */
    private final int[] hashes;

    private FoldedPath(int depth) {
        hashes = new int[depth + 1];
    }

    /**
     * Returns a path, or null if it has other characters than those of ASCII. File systems ignore case and Unicode
     * normalization of these by their own tables, so it may be equal to any other.
     */
    static @Nullable FoldedPath of(List<String> parts) {
        FoldedPath path = new FoldedPath(parts.size());
        int hash = 0;
        for (int depth = 0; depth < parts.size(); depth++) {
            hash = FACTOR * hash + '/';
            String part = parts.get(depth);
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                if (c >= FIRST_NOT_ASCII) {
                    return null;
                }
                hash = FACTOR * hash + (c >= 'A' && c <= 'Z' ? c + CASE : c);
            }
            path.hashes[depth + 1] = hash;
        }
        return path;
    }

    /** Returns the number of directories above it. */
    int depth() {
        return hashes.length - 1;
    }

    /** Returns the hash of the path of a directory above it, or, at its own depth, of itself. */
    int hash(int depth) {
        return hashes[depth];
    }
}
