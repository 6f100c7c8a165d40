package dev.restorer.core.formats;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What JSON numbers are in TOML: a whole number stays one to the last of its 64 bits, all else is a float. */
final class JsonNumber {

    /** No number of fewer characters and without an exponent is larger than any float. */
    private static final int MAX_SURE_LENGTH = 300;

    private JsonNumber() {}

    /**
     * Checks that the number at which a parser stands can be read. Most can be told without reading them.
     *
     * @param parser a parser at a number
     * @throws FormatException if it is larger than any float
     */
    static void requireFinite(JsonParser parser) {
        if (parser.getStringLength() > MAX_SURE_LENGTH || hasExponent(parser)) {
            read(parser);
        }
    }

    private static boolean hasExponent(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return false;
        }
        char[] text = parser.getStringCharacters();
        int end = parser.getStringOffset() + parser.getStringLength();
        for (int i = parser.getStringOffset(); i < end; i++) {
            if (text[i] == 'e' || text[i] == 'E') {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads the number at which a parser stands.
     *
     * @param parser a parser at a number
     * @return a {@link Long} or a finite {@link Double}
     * @throws FormatException if it is larger than any float
     */
    static Number read(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        double number = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? parser.getBigIntegerValue().doubleValue()
                : parser.getDoubleValue();
        if (Double.isInfinite(number)) {
            throw new FormatException(JsonPlace.of(parser), "is larger than any float");
        }
        return number;
    }
}
