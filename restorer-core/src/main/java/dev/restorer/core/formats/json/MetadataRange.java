package dev.restorer.core.formats.json;

import dev.restorer.api.Metadata;
import dev.restorer.core.formats.LimitException;
import dev.restorer.core.formats.ReadLimits;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a value as a range of the document: checks what is in it, and creates no object for it. */
final class MetadataRange {

    private final byte[] json;
    private final JsonParser parser;

    /**
     * Creates a reader of one value.
     *
     * @param json the document
     * @param parser the parser of the document, at the start of the value
     */
    MetadataRange(byte[] json, JsonParser parser) {
        this.json = json;
        this.parser = parser;
    }

    /** Reads the value. The parser is at its end afterwards. */
    Metadata read() {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        skip();
        return Metadata.json(json, from, (int) parser.currentLocation().getByteOffset());
    }

    private void skip() {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING) {
                requireNotTooLong();
            } else if (token.isNumeric()) {
                JsonNumber.requireFinite(parser);
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        } while (depth > 0 && parser.nextToken() != null);
        parser.finishToken();
    }

    /**
     * Jackson skips a string without a check of its length, so the length is counted here, but only in a document that
     * is long enough for a string beyond the limit.
     */
    private void requireNotTooLong() {
        if (json.length > ReadLimits.MAX_STRING
                && characters((int) parser.currentTokenLocation().getByteOffset() + 1) > ReadLimits.MAX_STRING) {
            throw new LimitException("a string has more than " + ReadLimits.MAX_STRING + " characters, the limit");
        }
    }

    /** Counts the characters of a string, which may be truncated. */
    private int characters(int start) {
        int count = 0;
        int i = start;
        while (i < json.length && json[i] != '"') {
            boolean isEscape = json[i] == '\\';
            count += isEscape || (json[i] & 0xC0) != 0x80 ? 1 : 0;
            i += !isEscape ? 1 : i + 1 < json.length && json[i + 1] == 'u' ? 6 : 2;
        }
        return count;
    }
}
