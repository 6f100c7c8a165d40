package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;
import java.util.ArrayList;
import java.util.List;

/** The fragments that a sparse file consists of, in the order of their offsets. */
final class SparseMap {

    private final String name;
    private final long size;
    private final List<Fragment> fragments = new ArrayList<>();

    /** The end of the last fragment, and the number of bytes of all. */
    private long end;

    private long bytes;

    /**
     * Creates the map of a file that consists of zeros.
     *
     * @param name the name of the file in messages
     * @param size the size of the file, with the zeros
     * @throws RejectedException if the size is negative
     */
    SparseMap(String name, long size) throws RejectedException {
        if (size < 0) {
            throw RejectedException.damaged("the entry " + name + " has a negative size");
        }
        this.name = name;
        this.size = size;
    }

    /**
     * Adds a fragment.
     *
     * @throws RejectedException if it begins before the end of the last one, or ends after the end of the file
     */
    void add(long offset, long length) throws RejectedException {
        if (offset < end || length < 0 || length > size - offset) {
            throw RejectedException.damaged(
                    "fragments of the sparse file " + name + " overlap, or lie outside of the file");
        }
        end = offset + length;
        bytes += length;
        if (length > 0) {
            fragments.add(new Fragment(offset, length));
        } // programs write an empty one to mark the end of the file
    }

    /**
     * Checks the number of bytes in the tar.
     *
     * @throws RejectedException if the fragments have more bytes, or fewer
     */
    void requireBytes(long count) throws RejectedException {
        if (count != bytes) {
            throw RejectedException.damaged(
                    "the contents of the sparse file " + name + " do not have the length of its fragments");
        }
    }

    long size() {
        return size;
    }

    List<Fragment> fragments() {
        return fragments;
    }
}
