package dev.restorer.core.formats.json;

import dev.restorer.core.formats.ReadLimits;
import tools.jackson.core.JsonParser;
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
}
