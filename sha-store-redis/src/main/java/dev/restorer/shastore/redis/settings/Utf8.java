package dev.restorer.shastore.redis.settings;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStoreException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Checks that text is encoded and decoded without loss. The JDK replaces what it cannot encode by {@code ?} and what it
 * cannot decode by U+FFFD, so that different texts become equal.
 */
public final class Utf8 {

    /** The maximum length of a buildpack id, a name or a diff id. */
    static final int MAX_BYTES = 1 << 16;

    private static final char REPLACEMENT = '\ufffd';

    private Utf8() {}

    /** Returns the length of a text in bytes, or throws an exception if it cannot be stored. */
    public static int checkedLength(String what, String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        boolean isTooLong = length > MAX_BYTES;
        if (isTooLong || !isEncodable(text)) {
            throw new ShaStoreException(
                    RedisSettings.PROVIDER_ID,
                    what + " " + Quoted.quote(text) + " cannot be stored: it has "
                            + (isTooLong
                                    ? "more than " + MAX_BYTES + " bytes"
                                    : "an unpaired surrogate, which UTF-8 cannot encode"),
                    "Shorten or rename it in the buildpack, or use another store for this build, such as memory:");
        }
        return length;
    }

    /** Decodes {@code %XX} in a part of the URI. A plus remains a plus. */
    static String percentDecode(String part, String text) {
        try {
            String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (isDecoded(decoded)) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        throw UriParser.invalid("has " + part + " that is not valid UTF-8, or a % without two hexadecimal digits");
    }

    /** Returns whether a decoded text has no replacement character and no unpaired surrogate. */
    static boolean isDecoded(String text) {
        return text.indexOf(REPLACEMENT) < 0 && isEncodable(text);
    }

    private static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
