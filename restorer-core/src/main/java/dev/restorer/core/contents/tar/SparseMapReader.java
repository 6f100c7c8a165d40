package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the map of one sparse file, in any of the formats of GNU tar. It accepts what Go's {@code archive/tar} accepts.
 * (GNU tar, "Storing Sparse Files")
 */
final class SparseMapReader {

    /**
     * The maximum size of the blocks with a map, as in Go's reader. Its fragments take less than 10 MiB of memory then.
     */
    private static final int MAX_BYTES = 1 << 20;

    private static final int HEADER_FRAGMENTS = 386;
    private static final int MAX_HEADER_FRAGMENTS = 4;
    private static final int HEADER_SIZE = 483;
    private static final int MAX_BLOCK_FRAGMENTS = 21;
    private static final int NUMBER_LENGTH = 12;
    private static final int FRAGMENT_LENGTH = 2 * NUMBER_LENGTH;

    private final TarBlocks blocks;
    private final TarEntry entry;

    /** The size of the blocks that were read. */
    private int bytes;

    /** The block with the text of the map, and the index of the next character. */
    private @Nullable TarBlock text;

    private int next;

    /** The digits of the last number of the text. */
    private final StringBuilder digits = new StringBuilder();

    /**
     * Creates a reader.
     *
     * @param blocks the blocks that follow the header
     * @param entry the entry, with the size of its contents in the tar
     */
    SparseMapReader(TarBlocks blocks, TarEntry entry) {
        this.blocks = blocks;
        this.entry = entry;
    }

    /**
     * Reads the map.
     *
     * @param header the header of the entry, which has the map if there are no records
     * @param records the records of the entry
     * @throws RejectedException if it is damaged
     */
    SparseMap read(TarBlock header, @Nullable SparseRecords records) throws IOException, RejectedException {
        if (records == null) {
            return ofHeader(header);
        }
        String size = records.size();
        SparseMap map = new SparseMap(entry.name(), size.isEmpty() ? entry.size() : number(size, 0, size.length()));
        if (records.isMapInContents()) {
            readContents(map);
        } else {
            readRecords(map, records);
        }
        return map;
    }

    /** Returns how many bytes of blocks were read. */
    int bytes() {
        return bytes;
    }

    /** Reads the map of a header, and of the blocks that follow if it has more than four fragments. */
    private SparseMap ofHeader(TarBlock header) throws IOException, RejectedException {
        if (!header.isOfGnuTar()) {
            throw damaged(); // star writes other fields in their place
        }
        SparseMap map = new SparseMap(entry.name(), header.number(HEADER_SIZE, NUMBER_LENGTH));
        bytes = TarBlock.LENGTH;
        boolean more = addFragments(map, header, HEADER_FRAGMENTS, MAX_HEADER_FRAGMENTS);
        while (more) {
            more = addFragments(map, nextBlock(), 0, MAX_BLOCK_FRAGMENTS);
        }
        return map;
    }

    /** Adds the fragments of a block, and tells whether another block with fragments follows. */
    private static boolean addFragments(SparseMap map, TarBlock block, int first, int count) throws RejectedException {
        int end = first + count * FRAGMENT_LENGTH;
        for (int at = first; at < end && block.at(at) != 0; at += FRAGMENT_LENGTH) {
            map.add(block.number(at, NUMBER_LENGTH), block.number(at + NUMBER_LENGTH, NUMBER_LENGTH));
        }
        return block.at(end) != 0;
    }

    private void readRecords(SparseMap map, SparseRecords records) throws RejectedException {
        String numbers = records.map();
        String count = records.count();
        int at = 0;
        for (long left = requireCount(number(count, 0, count.length())); left > 0; left--) {
            int middle = numbers.indexOf(',', at);
            int end = numbers.indexOf(',', middle + 1);
            if (middle < 0 || end < 0) {
                throw damaged();
            }
            map.add(number(numbers, at, middle), number(numbers, middle + 1, end));
            at = end + 1;
        }
        if (at < numbers.length()) {
            throw damaged();
        }
    }

    /** Reads the map in the first blocks of the contents, in which a newline follows each number. */
    private void readContents(SparseMap map) throws IOException, RejectedException {
        for (long left = requireCount(nextNumber()); left > 0; left--) {
            map.add(nextNumber(), nextNumber());
        }
    }

    private long requireCount(long count) throws RejectedException {
        if (count < 0) {
            throw damaged();
        }
        return count;
    }

    private long nextNumber() throws IOException, RejectedException {
        digits.setLength(0);
        for (char each = nextCharacter(); each != '\n'; each = nextCharacter()) {
            digits.append(each);
        }
        return number(digits, 0, digits.length());
    }

    private char nextCharacter() throws IOException, RejectedException {
        if (text == null || next == TarBlock.LENGTH) {
            text = nextBlock();
            next = 0;
        }
        return text.at(next++);
    }

    private TarBlock nextBlock() throws IOException, RejectedException {
        bytes += TarBlock.LENGTH;
        if (bytes > MAX_BYTES) {
            throw RejectedException.overLimit(
                    "the map of the sparse file " + entry.name() + " has more than " + MAX_BYTES + " bytes");
        }
        TarBlock block = blocks.next();
        if (block == null) {
            throw TarBlocks.cutOff();
        }
        return block;
    }

    private long number(CharSequence text, int from, int to) throws RejectedException {
        try {
            return Long.parseLong(text, from, to, 10);
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private RejectedException damaged() {
        return RejectedException.damaged("the map of the sparse file " + entry.name() + " is damaged");
    }
}
