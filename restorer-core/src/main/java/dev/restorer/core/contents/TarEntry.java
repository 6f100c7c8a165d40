package dev.restorer.core.contents;

/**
 * One entry of a tar.
 *
 * @param kind the kind of the entry
 * @param name its path in the tar
 * @param target the target of a link; empty for other entries
 * @param mode its permissions and the three bits above them
 * @param size the number of bytes that follow its headers
 */
record TarEntry(Kind kind, String name, String target, int mode, long size) {

    /** The kind of an entry. */
    enum Kind {
        FILE,
        DIRECTORY,
        HARD_LINK,
        SYMBOLIC_LINK,

        /** A file of which the tar has only the parts that are not empty. */
        SPARSE_FILE,

        /** A device, a pipe, or a kind that only one program uses. */
        OTHER
    }

    boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }
}
