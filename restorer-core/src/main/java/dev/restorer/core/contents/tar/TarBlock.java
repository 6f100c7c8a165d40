package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.TarBuffer;

/**
 * One block of a tar, with access to its fields if it is a header. (POSIX.1-2017, pax, "ustar Interchange Format"; GNU
 * tar, "Basic Tar Format")
 */
final class TarBlock {

    static final int LENGTH = TarBuffer.BLOCK_LENGTH;

    private static final int NUMBER_LENGTH = 8;
    private static final int LONG_NUMBER_LENGTH = 12;
    private static final int NAME_LENGTH = 100;
    private static final int MODE = 100;
    private static final int MODE_BITS = 07777;
    private static final int USER = 108;
    private static final int GROUP = 116;
    private static final int SIZE = 124;
    private static final int TIME = 136;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int TARGET = 157;
    private static final int TARGET_LENGTH = 100;
    private static final int MAGIC = 257;
    private static final int MAJOR_DEVICE = 329;
    private static final int MINOR_DEVICE = 337;
    private static final int PREFIX = 345;
    private static final int GNU_ACCESS_TIME = 345;
    private static final int GNU_CHANGE_TIME = 357;
    private static final int PREFIX_LENGTH = 155;
    private static final int STAR_PREFIX_LENGTH = 131;
    private static final int STAR_ACCESS_TIME = 476;
    private static final int STAR_CHANGE_TIME = 488;
    private static final int STAR_MAGIC = 508;

    /** The magic of GNU tar has a space in place of the null byte, and its headers have no prefix. */
    private static final String USTAR = "ustar\0";

    private static final String STAR = "tar\0";
    private static final String GNU = "ustar  \0";

    private final byte[] bytes;
    private final int start;

    TarBlock(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
    }

    boolean isEmpty() {
        for (int i = start; i < start + LENGTH; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the checksum is correct. Some programs add signed bytes, so both sums are accepted. */
    boolean isHeader() {
        try {
            long checksum = TarNumber.octal(bytes, start + CHECKSUM, NUMBER_LENGTH);
            return checksum == sum(0xff) || checksum == sum(-1);
        } catch (RejectedException e) {
            return false;
        }
    }

    /** Adds all bytes, with spaces in place of the checksum. */
    private int sum(int mask) {
        int sum = NUMBER_LENGTH * ' ';
        for (int i = start; i < start + LENGTH; i++) {
            sum += bytes[i] & mask;
        }
        for (int i = start + CHECKSUM; i < start + CHECKSUM + NUMBER_LENGTH; i++) {
            sum -= bytes[i] & mask;
        }
        return sum;
    }

    char type() {
        return (char) bytes[start + TYPE];
    }

    /** Returns any byte of this block. */
    char at(int index) {
        return (char) (bytes[start + index] & 0xff);
    }

    int mode() throws RejectedException {
        return (int) number(MODE, NUMBER_LENGTH) & MODE_BITS;
    }

    long size() throws RejectedException {
        return number(SIZE, LONG_NUMBER_LENGTH);
    }

    /** Reads a number in octal digits, or in base 256 if the first bit is set. */
    long number(int field, int length) throws RejectedException {
        return TarNumber.read(bytes, start + field, length);
    }

    /** Requires that all its numbers are numbers, as Go's reader does, even those that have no effect here. */
    void requireNumbers() throws RejectedException {
        number(MODE, NUMBER_LENGTH);
        number(USER, NUMBER_LENGTH);
        number(GROUP, NUMBER_LENGTH);
        number(TIME, LONG_NUMBER_LENGTH);
        boolean ustar = has(MAGIC, USTAR);
        if (ustar || isOfGnuTar()) {
            number(MAJOR_DEVICE, NUMBER_LENGTH);
            number(MINOR_DEVICE, NUMBER_LENGTH);
        }
        if (ustar && has(STAR_MAGIC, STAR)) {
            number(STAR_ACCESS_TIME, LONG_NUMBER_LENGTH);
            number(STAR_CHANGE_TIME, LONG_NUMBER_LENGTH);
        }
    }

    String name(TarNames names) throws RejectedException {
        int end = textEnd(bytes, start, NAME_LENGTH);
        int prefix = start + PREFIX;
        int prefixLength = textEnd(bytes, prefix, prefixLength()) - prefix;
        if (prefixLength == 0) {
            return names.name(bytes, start, end);
        }
        byte[] whole = new byte[prefixLength + 1 + end - start];
        System.arraycopy(bytes, prefix, whole, 0, prefixLength);
        whole[prefixLength] = '/';
        System.arraycopy(bytes, start, whole, prefixLength + 1, end - start);
        return names.name(whole, 0, whole.length);
    }

    /** Returns the length of the field with the first part of a long name, or 0 if the format has no such field. */
    private int prefixLength() {
        if (has(MAGIC, USTAR)) {
            return has(STAR_MAGIC, STAR) ? STAR_PREFIX_LENGTH : PREFIX_LENGTH;
        }
        return isOfGnuTar() && hasPrefixInPlaceOfTimes() ? PREFIX_LENGTH : 0;
    }

    /** Go before 1.8 wrote such headers. Go's reader, too, takes as the prefix what is ASCII and is not two times. */
    private boolean hasPrefixInPlaceOfTimes() {
        if (isTimeOrEmpty(GNU_ACCESS_TIME) && isTimeOrEmpty(GNU_CHANGE_TIME)) {
            return false;
        }
        int end = textEnd(bytes, start + PREFIX, PREFIX_LENGTH);
        for (int i = start + PREFIX; i < end; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isTimeOrEmpty(int field) {
        if (bytes[start + field] == 0) {
            return true;
        }
        try {
            number(field, LONG_NUMBER_LENGTH);
            return true;
        } catch (RejectedException e) {
            return false;
        }
    }

    /** Tells whether this is a header of GNU tar, which can have fields that other formats do not have. */
    boolean isOfGnuTar() {
        return has(MAGIC, GNU);
    }

    private boolean has(int field, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + field + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String target(TarNames names) throws RejectedException {
        int from = start + TARGET;
        return names.target(bytes, from, textEnd(bytes, from, TARGET_LENGTH));
    }

    /** Returns the index after the text of a field: that of the first null byte, or the end of the field. */
    static int textEnd(byte[] bytes, int field, int length) {
        int end = field;
        while (end < field + length && bytes[end] != 0) {
            end++;
        }
        return end;
    }

    static RejectedException damaged() {
        return RejectedException.damaged("a header of its tar is damaged");
    }
}
