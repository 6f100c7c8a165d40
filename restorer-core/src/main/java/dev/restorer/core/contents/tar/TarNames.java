package dev.restorer.core.contents.tar;

import dev.restorer.core.contents.failure.RejectedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Decodes names, which must be UTF-8: with any other encoding an entry would be restored under another name.
 *
 * @param maxBytes the maximum length of a name
 */
record TarNames(int maxBytes) {

    /** The character that replaces malformed bytes when they are decoded; a name may also contain it. */
    private static final char REPLACEMENT = '\uFFFD';

    /**
     * Reads the name of an entry.
     *
     * @throws RejectedException if it is too long, or not UTF-8
     */
    String name(byte[] bytes, int from, int to) throws RejectedException {
        if (to - from > maxBytes) {
            throw RejectedException.overLimit("a name has more than " + maxBytes + " bytes");
        }
        return decode("a name", bytes, from, to);
    }

    /**
     * Reads the target of a link.
     *
     * @throws RejectedException if it is too long, or not UTF-8
     */
    String target(byte[] bytes, int from, int to) throws RejectedException {
        if (to - from > maxBytes) {
            throw RejectedException.overLimit("the target of a link has more than " + maxBytes + " bytes");
        }
        return decode("the target of a link", bytes, from, to);
    }

    private static String decode(String what, byte[] bytes, int from, int to) throws RejectedException {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            String escaped = escaped(bytes, from, to);
            if (!escaped.equals(text)) {
                throw RejectedException.rejectedEntry(what + " is not UTF-8: " + escaped);
            }
        }
        return text;
    }

    /** Decodes UTF-8, and escapes malformed bytes. */
    private static String escaped(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer left = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer text = CharBuffer.allocate(4 * (to - from));
        CoderResult result = decoder.decode(left, text, true);
        while (result.isMalformed()) {
            for (int i = 0; i < result.length(); i++) {
                HexFormat.of().toHexDigits(text.put("\\x"), left.get());
            }
            result = decoder.decode(left, text, true);
        }
        return text.flip().toString();
    }
}
