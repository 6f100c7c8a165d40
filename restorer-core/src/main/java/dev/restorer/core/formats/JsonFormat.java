package dev.restorer.core.formats;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** How JSON is read: strictly, and no more than {@link ReadLimits} allow. */
final class JsonFormat {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(ReadLimits.CONSTRAINTS).build();

    private JsonFormat() {}

    /**
     * Starts to read a part of an array.
     *
     * @param utf8 the array
     * @param offset where the JSON starts
     * @param length how many bytes it has
     * @return a parser, to be closed by the caller
     */
    static JsonParser parser(byte[] utf8, int offset, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), utf8, offset, length);
    }
}
