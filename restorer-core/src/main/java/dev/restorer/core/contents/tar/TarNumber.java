package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;

/** Reads numbers of headers, and rejects those that Go's reader rejects. */
final class TarNumber {

    private TarNumber() {}

    /** Reads a number in octal digits, or in base 256 if the first bit is set. */
    static long read(byte[] bytes, int field, int length) throws RejectedException {
        return bytes[field] < 0 ? binary(bytes, field, length) : octal(bytes, field, length);
    }

    /** Reads digits with blanks before and after them. As in Go, what follows a null byte after them is ignored. */
    static long octal(byte[] bytes, int field, int length) throws RejectedException {
        int end = withoutBlanks(bytes, field, field + length);
        int at = field;
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        long number = 0;
        for (; at < end && bytes[at] != 0; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 7) {
                throw TarBlock.damaged();
            }
            number = number << 3 | digit;
        }
        return number;
    }

    /** Returns the index after the last byte that is not blank. */
    private static int withoutBlanks(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && isBlank(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each == 0;
    }

    /** Reads a number in two's complement, whose first bit is replaced by the bit that marks the base. */
    private static long binary(byte[] bytes, int field, int length) throws RejectedException {
        boolean negative = (bytes[field] & 0x40) != 0;
        long number = negative ? bytes[field] : bytes[field] & 0x7f;
        for (int i = field + 1; i < field + length; i++) {
            if (number != number << Byte.SIZE >> Byte.SIZE) {
                throw TarBlock.damaged();
            }
            number = number << Byte.SIZE | (bytes[i] & 0xff);
        }
        return number;
    }
}
