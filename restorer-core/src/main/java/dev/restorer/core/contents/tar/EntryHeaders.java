package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.tar.TarEntry.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one entry: its own, and the extended headers before it, which hold values that do not fit in its own.
 */
final class EntryHeaders {

    private final TarNames names;

    private byte @Nullable [] longName;
    private byte @Nullable [] longTarget;
    private @Nullable PaxRecords local;

    EntryHeaders(TarNames names) {
        this.names = names;
    }

    /** Tells whether a header type is that of an extended header, for the next entry or for all entries that follow. */
    static boolean precedes(char type) {
        return type == 'L' || type == 'K' || type == 'x' || type == 'X' || type == 'g';
    }

    /**
     * Adds an extended header.
     *
     * @param type its type: a long name of GNU tar, or pax records; of several headers with pax records the last is
     *     used
     * @param content its content
     * @param global the records for all entries
     * @throws RejectedException if it is damaged
     */
    void add(char type, byte[] content, PaxRecords global) throws RejectedException {
        switch (type) {
            case 'L' -> longName = text(content);
            case 'K' -> longTarget = text(content);
            default -> local = global.with(content);
        }
    }

    private static byte @Nullable [] text(byte[] content) {
        int end = TarBlock.textEnd(content, 0, content.length);
        return end == 0 ? null : Arrays.copyOf(content, end);
    }

    boolean isEmpty() {
        return longName == null && longTarget == null && local == null;
    }

    /**
     * Creates the entry.
     *
     * @param header the header of the entry itself
     * @param global the records for all entries
     * @throws RejectedException if a header is damaged, or a name is too long or not UTF-8
     */
    TarEntry entry(TarBlock header, PaxRecords global) throws RejectedException {
        PaxRecords records = local == null ? global : local;
        String name = name(header, records);
        boolean sparse = header.type() == 'S' || sparse(header) != null;
        Kind kind = kind(header.type(), name, sparse);
        boolean isLink = kind == Kind.HARD_LINK || kind == Kind.SYMBOLIC_LINK;
        long size = size(header, records);
        if (size < 0) {
            throw RejectedException.damaged("the entry " + name + " has a negative size");
        }
        if (sparse && kind != Kind.SPARSE_FILE) {
            throw RejectedException.rejectedEntry(
                    "the entry " + name + " has the map of a sparse file, and is no file");
        }
        if (size > 0 && kind == Kind.DIRECTORY) {
            throw RejectedException.rejectedEntry(
                    "the entry " + name + " is a directory by its name, and has contents");
        }
        return new TarEntry(kind, name, isLink ? target(header, records) : "", header.mode(), size);
    }

    /**
     * Returns the records of a sparse file, or null if there are none: in the oldest format its map is in the header.
     */
    @Nullable
    SparseRecords sparse(TarBlock header) {
        return local == null || header.type() == 'S' ? null : local.sparse();
    }

    private String name(TarBlock header, PaxRecords records) throws RejectedException {
        SparseRecords sparse = sparse(header);
        byte[] other = sparse == null ? null : sparse.name();
        if (other == null) {
            other = longName == null ? records.path() : longName;
        }
        return other == null ? header.name(names) : names.name(other, 0, other.length);
    }

    private String target(TarBlock header, PaxRecords records) throws RejectedException {
        byte[] other = longTarget == null ? records.target() : longTarget;
        return other == null ? header.target(names) : names.target(other, 0, other.length);
    }

    /** In old tars a directory is a file whose name ends in a slash. */
    private static Kind kind(char type, String name, boolean sparse) {
        return switch (type) {
            case '\0', '0', '7', 'S' -> name.endsWith("/") ? Kind.DIRECTORY : sparse ? Kind.SPARSE_FILE : Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMBOLIC_LINK;
            case '5' -> Kind.DIRECTORY;
            default -> Kind.OTHER;
        };
    }

    /** Links, devices, directories and pipes have no contents, even if their header has a size. */
    private static long size(TarBlock header, PaxRecords records) throws RejectedException {
        long size = records.size(header.size());
        return header.type() >= '1' && header.type() <= '6' ? 0 : size;
    }
}
