package dev.restorer.shastore.redis;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStoreException;

/** Checks that text comes back from a server as it was. */
final class Utf8 {

    /** What a name or a diff id may have. */
    static final int MAX_BYTES = 1 << 16;

    private static final int MAX_SHOWN = 100;

    private Utf8() {}

    /** Returns how many bytes a text has. */
    static int length(String what, String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw refused(what, text, "has half a character, which UTF-8 cannot hold");
            }
            length += bytes(codePoint);
        }
        if (length > MAX_BYTES) {
            throw refused(what, text, "has more than " + MAX_BYTES + " bytes");
        }
        return length;
    }

    private static int bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    private static ShaStoreException refused(String what, String text, String problem) {
        String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
        return new ShaStoreException(
                RedisShaStoreProvider.ID,
                what + " " + Quoted.quote(shown) + " cannot be kept: it " + problem,
                "Have the buildpack shorten or rename it, or keep this build in another store, such as memory:");
    }
}
