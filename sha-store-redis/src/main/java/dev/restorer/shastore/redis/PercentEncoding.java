package dev.restorer.shastore.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes {@code %XX}. A plus is a plus, other than in forms on the web. */
final class PercentEncoding {

    /** What the decoder makes of bytes that are no UTF-8, and how it is written itself. */
    private static final String REPLACEMENT = "\ufffd";

    private static final String REPLACEMENT_WRITTEN = "%EF%BF%BD";

    private PercentEncoding() {}

    /** Names the part of the URI in what is said if it cannot be decoded. */
    static String decoded(String part, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw UriProblems.form("has " + part + " with half a character, which UTF-8 cannot hold");
        }
        String decoded;
        try {
            decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw UriProblems.form("has " + part + " with a % that no two hexadecimal digits follow");
        }
        if (decoded.contains(REPLACEMENT) && !text.contains(REPLACEMENT) && !text.contains(REPLACEMENT_WRITTEN)) {
            throw UriProblems.form("has " + part + " that is no UTF-8");
        }
        return decoded;
    }
}
