package dev.restorer.shastore.redis;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes {@code %XX}. A plus is a plus, other than in forms on the web. */
final class PercentEncoding {

    private PercentEncoding() {}

    /** Names the part of the URI in what is said if it cannot be decoded. */
    static String decoded(String part, String text) {
        byte[] bytes = bytes(part, text);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.write(hex(part, bytes, i + 1) << 4 | hex(part, bytes, i + 2));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw UriProblems.form("has " + part + " that is no UTF-8");
        }
    }

    /** A half of a character is refused, or it would be the same as a question mark. */
    private static byte[] bytes(String part, String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw UriProblems.form("has " + part + " with half a character, which UTF-8 cannot hold");
        }
    }

    private static int hex(String part, byte[] bytes, int at) {
        int digit = at < bytes.length ? Character.digit((char) (bytes[at] & 0xff), 16) : -1;
        if (digit < 0) {
            throw UriProblems.form("has " + part + " with a % that no two hexadecimal digits follow");
        }
        return digit;
    }
}
