package dev.restorer.core.contents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records of pax extended headers that a restore uses. Times, owners and all other records are ignored.
 * (POSIX.1-2017, pax, "pax Extended Header")
 */
final class PaxRecords {

    static final PaxRecords NONE = new PaxRecords();

    private static final String SPARSE = "GNU.sparse.";

    private byte @Nullable [] path;
    private byte @Nullable [] target;
    private byte @Nullable [] size;
    private byte @Nullable [] sparsePath;
    private boolean sparse;

    private PaxRecords() {}

    /**
     * Returns these records and those of another header, which replace records with the same key.
     *
     * @param content the content of an extended header
     * @throws RejectedException if it is damaged
     */
    PaxRecords with(byte[] content) throws RejectedException {
        PaxRecords both = new PaxRecords();
        both.path = path;
        both.target = target;
        both.size = size;
        both.sparsePath = sparsePath;
        both.sparse = sparse;
        for (int at = 0; at < content.length; ) {
            at = both.add(content, at);
        }
        return both;
    }

    /**
     * Adds the record at an index, and returns the index after it. Its format is: length, space, key, =, value,
     * newline.
     */
    private int add(byte[] content, int start) throws RejectedException {
        int at = start;
        int length = 0;
        while (at < content.length && content[at] >= '0' && content[at] <= '9' && length <= content.length) {
            length = 10 * length + content[at++] - '0';
        }
        int key = at + 1;
        int end = start + length;
        if (end <= key || end > content.length || content[at] != ' ' || content[end - 1] != '\n') {
            throw damaged();
        }
        int equals = key;
        while (content[equals] != '=') {
            if (++equals == end) {
                throw damaged();
            }
        }
        put(new String(content, key, equals - key, StandardCharsets.UTF_8), content, equals + 1, end - 1);
        return end;
    }

    private void put(String key, byte[] content, int from, int to) throws RejectedException {
        if (key.isEmpty() || key.indexOf('\0') >= 0) {
            throw damaged();
        }
        switch (key) {
            case "path" -> path = value(content, from, to);
            case "linkpath" -> target = value(content, from, to);
            case "size" -> size = value(content, from, to);
            case SPARSE + "name" -> sparsePath = value(content, from, to);
            default -> {}
        }
        sparse |= key.startsWith(SPARSE);
    }

    /** An empty value cancels an earlier record. */
    private static byte @Nullable [] value(byte[] content, int from, int to) {
        return from == to ? null : Arrays.copyOfRange(content, from, to);
    }

    private static RejectedException damaged() {
        return RejectedException.damaged("a pax header of its tar is damaged");
    }

    /** Returns the name of the entry; for a sparse file it is in another record. */
    byte @Nullable [] path() {
        return sparsePath == null ? path : sparsePath;
    }

    /** Returns the target of a link. */
    byte @Nullable [] target() {
        return target;
    }

    /**
     * Returns the size of the entry.
     *
     * @param header the size in the header of the entry itself
     * @throws RejectedException if the record is not a number
     */
    long size(long header) throws RejectedException {
        if (size == null) {
            return header;
        }
        try {
            return Long.parseLong(new String(size, StandardCharsets.UTF_8));
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    /** Tells whether the entry is a sparse file, of which the tar has only the parts that are not empty. */
    boolean isSparse() {
        return sparse;
    }
}
