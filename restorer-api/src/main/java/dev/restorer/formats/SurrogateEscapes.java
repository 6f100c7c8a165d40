package dev.restorer.formats;

/**
 * Replaces escapes of unpaired surrogates in JSON, such as {@code \ud800}, by that of U+FFFD, as Go does. Jackson
 * rejects them in the names of fields.
 */
public final class SurrogateEscapes {

    private static final int LENGTH = "\\ud800".length();

    private SurrogateEscapes() {}

    /**
     * Replaces each escape of an unpaired surrogate.
     *
     * @param json the document in UTF-8, which is not changed
     * @return a document of the same length, which is the same array if nothing is to be replaced
     */
    public static byte[] replaceUnpaired(byte[] json) {
        byte[] replaced = json;
        int i = 0;
        while (i < json.length) {
            int unit = escaped(json, i);
            if (isIn(unit, Character.MIN_HIGH_SURROGATE)
                    && isIn(escaped(json, i + LENGTH), Character.MIN_LOW_SURROGATE)) {
                i += 2 * LENGTH;
            } else if (isIn(unit, Character.MIN_HIGH_SURROGATE) || isIn(unit, Character.MIN_LOW_SURROGATE)) {
                replaced = replaced == json ? json.clone() : replaced;
                replace(replaced, i);
                i += LENGTH;
            } else {
                i += json[i] == '\\' ? 2 : 1;
            }
        }
        return replaced;
    }

    /** High and low surrogates are the two ranges of 1,024 characters that start at these two. */
    private static boolean isIn(int unit, char start) {
        return unit >> 10 == start >> 10;
    }

    private static void replace(byte[] json, int start) {
        for (int i = start + 2; i < start + LENGTH - 1; i++) {
            json[i] = 'f';
        }
        json[start + LENGTH - 1] = 'd';
    }

    /** Returns the character that is escaped at an index by four hexadecimal digits, or -1. */
    private static int escaped(byte[] json, int start) {
        if (start > json.length - LENGTH || json[start] != '\\' || json[start + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = start + 2; i < start + LENGTH; i++) {
            int digit = Character.digit(json[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
