package dev.restorer.core.contents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar entry by entry, in any format: of Unix version 7, ustar, pax, GNU tar and star. It takes what Go's
 * {@code archive/tar} takes, with which the lifecycle reads. A header says itself how long it is, and is kept in
 * memory; this bounds how much of the tar may be read for one entry.
 */
final class TarHeaders implements AutoCloseable {

    /** Of all headers before that of one entry: a name, a link's target, and the records that are passed over. */
    private static final int MAX_HEADER_BYTES = 1 << 20;

    /** Of all headers before entries: 2 KiB for each of as many entries as a layer may have. */
    private static final long MAX_LAYER_HEADER_BYTES = 8L << 30;

    private static final int MAX_BYTES_BEHIND_END = 1 << 20;

    private final TarBlocks blocks;
    private final TarNames names;

    /** What is said of all entries that follow. */
    private PaxRecords global = PaxRecords.NONE;

    /** How many bytes of contents follow the last header, and how many after them until the next block. */
    private long left;

    private int padding;
    private boolean begun;

    /** How many bytes of headers there may be before the entries that are still to come. */
    private long headerBytesLeft;

    TarHeaders(InputStream tar, int maxNameBytes) {
        this(tar, maxNameBytes, MAX_LAYER_HEADER_BYTES);
    }

    TarHeaders(InputStream tar, int maxNameBytes, long maxHeaderBytes) {
        headerBytesLeft = maxHeaderBytes;
        blocks = new TarBlocks(tar);
        names = new TarNames(maxNameBytes);
    }

    /**
     * Goes on to the next entry. What was not read of the contents of the one before is passed over.
     *
     * @return the entry, or null at the end
     * @throws RejectedException if this is no tar, or a damaged one
     */
    @Nullable
    TarEntry next() throws IOException, RejectedException {
        EntryHeaders before = new EntryHeaders(names);
        long bytes = 0;
        for (TarBlock header = header(); header != null; header = header()) {
            char type = header.type();
            if (!EntryHeaders.precedes(type)) {
                TarEntry entry = before.entry(header, global);
                follow(entry.size());
                return entry;
            }
            bytes += TarBlock.LENGTH;
            byte[] content = content(header, MAX_HEADER_BYTES - bytes);
            bytes += content.length;
            requireHeaderBytes(TarBlock.LENGTH + content.length);
            if (type == 'g') {
                global = global.with(content);
            } else {
                before.add(type, content, global);
            }
        }
        if (!before.isEmpty()) {
            throw TarBlocks.cutOff();
        }
        return null;
    }

    private void requireHeaderBytes(int bytes) throws RejectedException {
        headerBytesLeft -= bytes;
        if (headerBytesLeft < 0) {
            throw RejectedException.overLimit("the headers before its entries have too many bytes together");
        }
    }

    /** Goes on to the next header. */
    private @Nullable TarBlock header() throws IOException, RejectedException {
        blocks.skip(left);
        blocks.pad(padding);
        follow(0);
        TarBlock block = blocks.next();
        if (block == null || isEnd(block)) {
            return null;
        }
        if (!block.isHeader()) {
            throw begun ? TarBlock.damaged() : RejectedException.damaged("it is no tar");
        }
        begun = true;
        return block;
    }

    /** Two empty blocks are the end. Some programs write one, or none. */
    private boolean isEnd(TarBlock block) throws IOException, RejectedException {
        if (!block.isEmpty()) {
            return false;
        }
        TarBlock second = blocks.next();
        if (second != null && !second.isEmpty()) {
            throw TarBlock.damaged();
        }
        return true;
    }

    /** Says how many bytes of contents follow. */
    private void follow(long size) {
        left = size;
        padding = (int) (-size & (TarBlock.LENGTH - 1));
    }

    /** Reads the contents of a header. */
    private byte[] content(TarBlock header, long most) throws IOException, RejectedException {
        long size = header.size();
        if (size < 0) {
            throw TarBlock.damaged();
        }
        if (size > most) {
            throw RejectedException.overLimit("the headers of an entry have more than " + MAX_HEADER_BYTES + " bytes");
        }
        follow(size);
        byte[] content = new byte[(int) size];
        for (int at = 0; at < content.length; ) {
            ByteBuffer piece = contents();
            int length = piece.remaining();
            piece.get(content, at, length);
            at += length;
        }
        return content;
    }

    /**
     * Reads on in the contents of the entry.
     *
     * @return the next bytes, valid until the next call; none at the end
     * @throws RejectedException if the tar ends before
     */
    ByteBuffer contents() throws IOException, RejectedException {
        ByteBuffer piece = blocks.piece(left);
        left -= piece.remaining();
        return piece;
    }

    /**
     * Reads what follows the end of the tar, which belongs to its digest too.
     *
     * @throws RejectedException if that is more than any program leaves
     */
    void readToEnd() throws IOException, RejectedException {
        blocks.readToEnd(MAX_BYTES_BEHIND_END);
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
