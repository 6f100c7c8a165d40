package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records of pax extended headers that a restore uses. Times, owners and all other records are ignored.
 * (POSIX.1-2017, pax, "pax Extended Header")
 */
final class PaxRecords {

    static final PaxRecords NONE = new PaxRecords();

    private byte @Nullable [] path;
    private byte @Nullable [] target;
    private byte @Nullable [] size;

    /** Those of a sparse file; null if there is none. */
    private @Nullable SparseRecords sparse;

    private PaxRecords() {}

    /**
     * Returns these records and those of another header, which replace records with the same key. Those of a sparse
     * file are only taken from that other header.
     *
     * @param content the content of an extended header
     * @throws RejectedException if it is damaged
     */
    PaxRecords with(byte[] content) throws RejectedException {
        PaxRecords both = new PaxRecords();
        both.path = path;
        both.target = target;
        both.size = size;
        for (int at = 0; at < content.length; ) {
            at = both.add(content, at);
        }
        return both;
    }

    /**
     * Adds the record at an index, and returns the index after it. Its format is: length, space, key, =, value,
     * newline. As in Go, a plus may precede the length.
     */
    private int add(byte[] content, int start) throws RejectedException {
        int at = content[start] == '+' ? start + 1 : start;
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
            default -> {
                if (key.startsWith(SparseRecords.PREFIX)) {
                    putSparse(key, new String(content, from, to - from, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private void putSparse(String key, String value) throws RejectedException {
        if (sparse == null) {
            sparse = new SparseRecords();
        }
        sparse.put(key.substring(SparseRecords.PREFIX.length()), value);
    }

    /** An empty value cancels an earlier record. */
    private static byte @Nullable [] value(byte[] content, int from, int to) {
        return from == to ? null : Arrays.copyOfRange(content, from, to);
    }

    static RejectedException damaged() {
        return RejectedException.damaged("a pax header of its tar is damaged");
    }

    /** Returns the name of the entry. */
    byte @Nullable [] path() {
        return path;
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
            // Decoded such that no other character is a digit: parseLong accepts those of all scripts.
            return Long.parseLong(new String(size, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    /** Returns the records of a sparse file, or null if the entry is none. */
    @Nullable
    SparseRecords sparse() {
        return sparse != null && sparse.hasMap() ? sparse : null;
    }
}
