package dev.restorer.formats;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Replaces what is not UTF-8 as the lifecycle does, which reads JSON with Go: each byte that is not a part of a valid
 * character becomes U+FFFD. Java's decoder replaces several bytes of an incomplete character at once.
 */
public final class Utf8Repair {

    private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);
    private static final long NOT_ASCII = 0x8080808080808080L;

    /** The least first byte of a byte order mark, in any encoding. No JSON starts with this byte or a greater one. */
    private static final int MARK = 0xEF;

    private Utf8Repair() {}

    /**
     * Returns whether a document starts like JSON in UTF-8. Jackson accepts more than the lifecycle: UTF-16 and UTF-32,
     * in which one of the first bytes is a zero, and a byte order mark.
     *
     * @param json the document
     * @return whether it does; true if it is empty
     */
    public static boolean startsLikeJson(byte[] json) {
        for (int i = 0; i < Math.min(4, json.length); i++) {
            if (json[i] == 0) {
                return false;
            }
        }
        return json.length == 0 || (json[0] & 0xFF) < MARK;
    }

    /**
     * Replaces each invalid byte.
     *
     * @param content the text, which is not changed
     * @return the text in UTF-8, which is the same array if it is valid
     */
    public static byte[] repair(byte[] content) {
        int invalid = validEnd(content, 0);
        if (invalid == content.length) {
            return content;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        int done = 0;
        while (invalid < content.length) {
            out.write(content, done, invalid - done);
            out.writeBytes(REPLACEMENT);
            done = invalid + 1;
            invalid = validEnd(content, done);
        }
        out.write(content, done, content.length - done);
        return out.toByteArray();
    }

    /** Returns the index of the first invalid byte, or the length. Eight bytes of ASCII are checked at once. */
    private static int validEnd(byte[] content, int start) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        int i = start;
        while (i < content.length) {
            boolean isAscii = i <= content.length - Long.BYTES && (buffer.getLong(i) & NOT_ASCII) == 0;
            int length = isAscii ? Long.BYTES : characterLength(content, i);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return i;
    }

    /** Returns the number of bytes of a character, or 0 if it is invalid. */
    private static int characterLength(byte[] content, int start) {
        int first = content[start] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (start > content.length - length) {
            return 0;
        }
        int codePoint = first & (0x7F >> length);
        for (int i = start + 1; i < start + length; i++) {
            if ((content[i] & 0xC0) != 0x80) {
                return 0;
            }
            codePoint = (codePoint << 6) | (content[i] & 0x3F);
        }
        return isValid(codePoint, length) ? length : 0;
    }

    /** A character must have the shortest form, and must not be a surrogate. */
    private static boolean isValid(int codePoint, int length) {
        return switch (length) {
            case 3 ->
                codePoint >= 0x800 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
            case 4 -> Character.isSupplementaryCodePoint(codePoint);
            default -> true; // the first byte has been checked
        };
    }
}
