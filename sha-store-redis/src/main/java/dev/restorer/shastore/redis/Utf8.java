package dev.restorer.shastore.redis;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStoreException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Keeps texts apart that are not the same, which UTF-8 alone does not: it makes a ? or a � of what it cannot hold. */
final class Utf8 {

    /** What a name or a diff id may have. */
    static final int MAX_BYTES = 1 << 16;

    private static final int MAX_SHOWN = 100;

    private static final char REPLACEMENT = '\ufffd';

    private Utf8() {}

    /** Returns how many bytes a text has. */
    static int length(String what, String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        boolean isTooLong = length > MAX_BYTES;
        if (isTooLong || !canBeKept(text)) {
            String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
            throw new ShaStoreException(
                    RedisShaStoreProvider.ID,
                    what + " " + Quoted.quote(shown) + " cannot be kept: it has "
                            + (isTooLong
                                    ? "more than " + MAX_BYTES + " bytes"
                                    : "half a character, which UTF-8 cannot hold"),
                    "Have the buildpack shorten or rename it, or keep this build in another store, such as memory:");
        }
        return length;
    }

    /** Decodes {@code %XX} of a part of the URI. A plus is a plus, other than in forms on the web. */
    static String decoded(String part, String text) {
        try {
            String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (isWhole(decoded)) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // It is told with what is no UTF-8.
        }
        throw SettingsReader.form("has " + part + " that is no UTF-8, or a % that no two hexadecimal digits follow");
    }

    /** Tells whether a text that was decoded has nothing in place of what was no UTF-8. */
    static boolean isWhole(String decoded) {
        return decoded.indexOf(REPLACEMENT) < 0 && canBeKept(decoded);
    }

    private static boolean canBeKept(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
