package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.TarBuffer;
import dev.restorer.core.contents.pipeline.TarPipeline;
import dev.restorer.core.contents.tar.TarEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar entry by entry, in any of the formats of Unix version 7, ustar, pax, GNU tar and star. It accepts what
 * Go's {@code archive/tar} accepts, which the lifecycle uses. An extended header states its own length and is kept in
 * memory, so the bytes of the headers of one entry are limited.
 */
public final class TarHeaders implements AutoCloseable {

    private static final int MAX_BYTES_BEHIND_END = 1 << 20;

    private final TarBlocks blocks;
    private final TarNames names;
    private final HeaderBudget budget;

    /** The records for all entries that follow. */
    private PaxRecords global = PaxRecords.NONE;

    /** How many bytes of contents follow the last header, and how many bytes of padding follow these. */
    private long left;

    private int padding;
    private boolean begun;

    public TarHeaders(InputStream tar, TarPipeline pipeline, int maxNameBytes) {
        this(tar, pipeline, maxNameBytes, HeaderBudget.MAX_LAYER_BYTES);
    }

    TarHeaders(InputStream tar, TarPipeline pipeline, int maxNameBytes, long maxHeaderBytes) {
        budget = new HeaderBudget(maxHeaderBytes);
        blocks = new TarBlocks(tar, pipeline);
        names = new TarNames(maxNameBytes);
    }

    /**
     * Reads the headers of the next entry. Contents of the previous entry that were not read are skipped.
     *
     * @return the entry, or null at the end
     * @throws RejectedException if this is not a tar, or it is damaged
     */
    @Nullable
    public TarEntry next() throws IOException, RejectedException {
        EntryHeaders before = new EntryHeaders(names);
        budget.beginEntry();
        for (TarBlock header = header(); header != null; header = header()) {
            char type = header.type();
            if (!EntryHeaders.precedes(type)) {
                TarEntry entry = before.entry(header, global);
                follow(entry.size());
                return entry.kind() == Kind.SPARSE_FILE ? withMap(entry, header, before.sparse(header)) : entry;
            }
            byte[] content = content(header);
            if (type == 'g') {
                global = global.with(content);
                requireNotSparse(global);
            } else {
                before.add(type, content, global);
            }
        }
        if (!before.isEmpty()) {
            throw TarBlocks.cutOff();
        }
        return null;
    }

    /** Any number of entries could have one large map otherwise, which would have to be read for each of them. */
    private static void requireNotSparse(PaxRecords global) throws RejectedException {
        if (global.sparse() != null) {
            throw RejectedException.rejectedEntry("a pax header for all entries has the map of a sparse file");
        }
    }

    /** Reads the map of a sparse file. Its contents are those of its fragments then. */
    private TarEntry withMap(TarEntry entry, TarBlock header, @Nullable SparseRecords records)
            throws IOException, RejectedException {
        SparseMapReader reader = new SparseMapReader(blocks, entry);
        SparseMap map = reader.read(header, records);
        budget.bytes(reader.bytes());
        if (records != null) {
            left -= reader.bytes(); // they were a part of the contents
        }
        map.requireBytes(left);
        return entry.with(map);
    }

    /** Reads the next header. */
    private @Nullable TarBlock header() throws IOException, RejectedException {
        blocks.skip(left);
        blocks.skipPadding(padding);
        follow(0);
        TarBlock block = blocks.next();
        if (block == null || isEnd(block)) {
            return null;
        }
        if (!block.isHeader()) {
            throw begun ? TarBlock.damaged() : RejectedException.damaged("it is no tar");
        }
        block.requireNumbers();
        begun = true;
        return block;
    }

    /** Two empty blocks mark the end. Some programs write only one, or none. */
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

    /** Sets how many bytes of contents follow. */
    private void follow(long size) {
        left = size;
        padding = (int) (-size & (TarBlock.LENGTH - 1));
    }

    /** Reads the contents of an extended header. */
    private byte[] content(TarBlock header) throws IOException, RejectedException {
        long size = header.size();
        if (size < 0) {
            throw TarBlock.damaged();
        }
        budget.header(size);
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
     * Reads the next bytes of the entry's contents.
     *
     * @return the bytes, valid until the next call; empty at the end
     * @throws RejectedException if the tar ends before the contents do
     */
    public ByteBuffer contents() throws IOException, RejectedException {
        return contents(left);
    }

    /**
     * Reads the next bytes of the entry's contents.
     *
     * @param maxBytes the maximum number of bytes, no more than there are
     * @return the bytes, valid until the next call
     * @throws RejectedException if the tar ends before the contents do
     */
    public ByteBuffer contents(long maxBytes) throws IOException, RejectedException {
        ByteBuffer piece = blocks.piece(maxBytes);
        left -= piece.remaining();
        return piece;
    }

    /**
     * Reads all contents of the entry into one buffer, if they are few.
     *
     * @return whether the next call of {@link #contents} returns them all
     */
    public boolean gatherContents() throws IOException, RejectedException {
        return left <= Integer.MAX_VALUE && blocks.gather((int) left);
    }

    /** Returns the buffer that the bytes of the last call are a part of. */
    public TarBuffer buffer() {
        return blocks.buffer();
    }

    /**
     * Reads the bytes after the end of the tar, which its digest covers too.
     *
     * @throws RejectedException if these are more than any program writes
     */
    public void readToEnd() throws IOException, RejectedException {
        blocks.readToEnd(MAX_BYTES_BEHIND_END);
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
