package dev.restorer.core.contents.tar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.fixtures.Tar;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The formats of sparse files, written with any map: an offset and a length for each fragment. */
public enum SparseFormat {

    /** The map is in the header, and in blocks behind it. */
    HEADER {
        @Override
        public void add(Tar tar, String name, long size, String data, long... map) {
            int inHeader = Math.min(8, map.length);
            boolean more = map.length > inHeader;
            byte[] header = Tar.header('S', name, "", 0644, data.length());
            put(header, 257, "ustar  \0");
            numbers(header, 386, Arrays.copyOf(map, inHeader));
            header[482] = (byte) (more ? 1 : 0);
            number(header, 483, size);
            tar.raw(Tar.withChecksum(header));
            for (int from = inHeader; from < map.length; from += 42) {
                tar.raw(block(from + 42 < map.length, Arrays.copyOfRange(map, from, Math.min(map.length, from + 42))));
            }
            tar.padded(data.getBytes(UTF_8));
        }
    },

    /** Version 0.0: each number of the map is in a record. */
    RECORDS {
        @Override
        public void add(Tar tar, String name, long size, String data, long... map) {
            StringBuilder records = new StringBuilder(Tar.paxRecord("GNU.sparse.size", Long.toString(size)));
            records.append(Tar.paxRecord("GNU.sparse.numblocks", Integer.toString(map.length / 2)));
            for (int i = 0; i < map.length; i++) {
                String key = i % 2 == 0 ? "GNU.sparse.offset" : "GNU.sparse.numbytes";
                records.append(Tar.paxRecord(key, Long.toString(map[i])));
            }
            tar.entry('x', "PaxHeaders/x", "", 0644, records.toString()).file(name, data);
        }
    },

    /** Version 0.1: the map is in one record. */
    RECORD {
        @Override
        public void add(Tar tar, String name, long size, String data, long... map) {
            String records = Tar.paxRecord("GNU.sparse.size", Long.toString(size))
                    + Tar.paxRecord("GNU.sparse.numblocks", Integer.toString(map.length / 2))
                    + Tar.paxRecord("GNU.sparse.name", name)
                    + Tar.paxRecord("GNU.sparse.map", joined(map, ","));
            tar.entry('x', "PaxHeaders/x", "", 0644, records).file("GNUSparseFile.0/x", data);
        }
    },

    /** Version 1.0: the map is in the contents. */
    CONTENTS {
        @Override
        public void add(Tar tar, String name, long size, String data, long... map) {
            addText(tar, name, size, data, map.length / 2 + "\n" + joined(map, "\n") + (map.length > 0 ? "\n" : ""));
        }
    };

    /**
     * Adds a file.
     *
     * @param size its size with all holes
     * @param data the bytes of all fragments
     */
    public abstract void add(Tar tar, String name, long size, String data, long... map);

    /** Adds a file of version 1.0, with any text as its map. */
    static void addText(Tar tar, String name, long size, String data, String map) {
        String records = Tar.paxRecord("GNU.sparse.major", "1")
                + Tar.paxRecord("GNU.sparse.minor", "0")
                + Tar.paxRecord("GNU.sparse.name", name)
                + Tar.paxRecord("GNU.sparse.realsize", Long.toString(size));
        String padding = "\0".repeat(Tar.padding(map.length()).length);
        tar.entry('x', "PaxHeaders/x", "", 0644, records).file("GNUSparseFile.0/x", map + padding + data);
    }

    /** Creates a block of {@link #HEADER} that has up to 21 fragments. */
    static byte[] block(boolean more, long... map) {
        byte[] block = new byte[512];
        numbers(block, 0, map);
        block[504] = (byte) (more ? 1 : 0);
        return block;
    }

    private static String joined(long[] map, String separator) {
        return LongStream.of(map).mapToObj(Long::toString).collect(Collectors.joining(separator));
    }

    private static void numbers(byte[] bytes, int at, long... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            number(bytes, at + 12 * i, numbers[i]);
        }
    }

    /** Writes a number in octal digits, or in base 256 if it has too many. */
    private static void number(byte[] bytes, int at, long number) {
        if (number >= 0 && number < 1L << 33) {
            put(bytes, at, String.format("%011o\0", number));
        } else {
            Arrays.fill(bytes, at, at + 4, (byte) (number < 0 ? 0xff : 0));
            bytes[at] |= (byte) 0x80;
            ByteBuffer.wrap(bytes).putLong(at + 4, number);
        }
    }

    static void put(byte[] bytes, int at, String text) {
        byte[] put = text.getBytes(UTF_8);
        System.arraycopy(put, 0, bytes, at, put.length);
    }
}
