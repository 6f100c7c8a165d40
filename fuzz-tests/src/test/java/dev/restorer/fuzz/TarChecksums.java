package dev.restorer.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The checksums in a tar, which no chance puts right again after a header was changed. */
final class TarChecksums {

    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;

    private TarChecksums() {}

    /** Returns a tar with the right checksum in each header that is found. */
    static byte[] repaired(byte[] tar) {
        byte[] repaired = tar.clone();
        long next = 0;
        while (next + BLOCK <= repaired.length) {
            int header = (int) next;
            if (!isEmpty(repaired, header)) {
                repair(repaired, header);
            }
            next += BLOCK + (size(repaired, header) + BLOCK - 1) / BLOCK * BLOCK;
        }
        return repaired;
    }

    private static boolean isEmpty(byte[] tar, int header) {
        return Arrays.equals(tar, header, header + BLOCK, new byte[BLOCK], 0, BLOCK);
    }

    private static void repair(byte[] tar, int header) {
        Arrays.fill(tar, header + CHECKSUM, header + CHECKSUM + CHECKSUM_LENGTH, (byte) ' ');
        int sum = 0;
        for (int i = header; i < header + BLOCK; i++) {
            sum += tar[i] & 0xff;
        }
        byte[] digits = "%06o".formatted(sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, tar, header + CHECKSUM, digits.length);
        tar[header + CHECKSUM + digits.length] = 0;
    }

    /** Returns zero if it is no number, such as one in another base than eight. */
    private static long size(byte[] tar, int header) {
        String digits = new String(tar, header + SIZE, SIZE_LENGTH, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        return digits.matches("[0-7]+") ? Long.parseLong(digits, 8) : 0;
    }
}
