package dev.restorer.shastore.redis;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStoreException;
import java.nio.charset.StandardCharsets;

/** Checks that text comes back from a server as it was. */
final class Utf8 {

    /** What a name or a diff id may have. */
    static final int MAX_BYTES = 1 << 16;

    private static final int MAX_SHOWN = 100;

    private Utf8() {}

    /** Returns how many bytes a text has. */
    static int length(String what, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw refused(what, text, "has half a character, which UTF-8 cannot hold");
        }
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_BYTES) {
            throw refused(what, text, "has more than " + MAX_BYTES + " bytes");
        }
        return length;
    }

    private static ShaStoreException refused(String what, String text, String problem) {
        String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
        return new ShaStoreException(
                RedisShaStoreProvider.ID,
                what + " " + Quoted.quote(shown) + " cannot be kept: it " + problem,
                "Have the buildpack shorten or rename it, or keep this build in another store, such as memory:");
    }
}
