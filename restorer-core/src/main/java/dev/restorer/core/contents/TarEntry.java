package dev.restorer.core.contents;

/**
 * One entry of a tar.
 *
 * @param kind what it is
 * @param name its path in the tar
 * @param target what it leads to, if it is a link; else empty
 * @param mode its permissions and the three bits above them
 * @param size how many bytes follow its headers
 */
record TarEntry(Kind kind, String name, String target, int mode, long size) {

    /** What an entry is. */
    enum Kind {
        FILE,
        DIRECTORY,
        HARD_LINK,
        SYMBOLIC_LINK,

        /** A file of which the tar has only the parts that are not empty. */
        SPARSE_FILE,

        /** A device, a pipe, or what only one program knows. */
        OTHER
    }

    boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }
}
