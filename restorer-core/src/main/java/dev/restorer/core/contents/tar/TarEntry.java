package dev.restorer.core.contents.tar;

import java.util.List;

/**
 * One entry of a tar.
 *
 * @param kind the kind of the entry
 * @param name its path in the tar
 * @param target the target of a link; empty for other entries
 * @param mode its permissions and the three bits above them
 * @param size the size of a file; that of a sparse file counts its holes too
 * @param fragments the parts of a sparse file that the tar has; empty for other entries
 */
public record TarEntry(Kind kind, String name, String target, int mode, long size, List<Fragment> fragments) {

    /** The kind of an entry. */
    public enum Kind {
        FILE,
        DIRECTORY,
        HARD_LINK,
        SYMBOLIC_LINK,

        /** A file of which the tar has only the parts that are not zeros. */
        SPARSE_FILE,

        /** A device, a pipe, or a kind that only one program uses. */
        OTHER
    }

    TarEntry(Kind kind, String name, String target, int mode, long size) {
        this(kind, name, target, mode, size, List.of());
    }

    /** Returns this entry with the map of a sparse file. */
    TarEntry with(SparseMap map) {
        return new TarEntry(kind, name, target, mode, map.size(), map.fragments());
    }

    public boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }
}
