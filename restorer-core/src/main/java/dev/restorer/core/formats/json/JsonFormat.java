package dev.restorer.core.formats.json;

import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.ReadLimits;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Creates JSON parsers, which are strict and apply {@link ReadLimits}. */
final class JsonFormat {

    static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(ReadLimits.CONSTRAINTS).build();

    private JsonFormat() {}

    /**
     * Returns a parser of a range of an array.
     *
     * @param utf8 the array
     * @param offset the index of its first byte
     * @param length the number of bytes
     * @return a parser, to be closed by the caller
     */
    static JsonParser parser(byte[] utf8, int offset, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length);
    }

    /** Returns the first token of metadata, which has to be one value. */
    static JsonToken begin(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new FormatException("metadata", "is not JSON: it is empty");
        }
        return token;
    }

    /** Requires that nothing follows the value that was read. */
    static void end(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new FormatException("metadata", "is not JSON: text follows its value");
        }
    }
}
