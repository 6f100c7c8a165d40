package dev.restorer.core.formats.json;

import dev.restorer.core.formats.FormatException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Converts JSON numbers to those of TOML: an integer of up to 64 bits stays an integer, any other number becomes a
 * float.
 */
final class JsonNumber {

    /** A number without an exponent and with at most so many characters is within the range of a float. */
    private static final int MAX_SURE_LENGTH = 300;

    private JsonNumber() {}

    /**
     * Checks that the current number of a parser is within the range of a float. Most numbers need not be converted for
     * that.
     *
     * @param parser a parser whose current token is a number
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

    /** Only a float can have been a negative zero, which Go writes as {@code -0}. */
    private static boolean isNegative(JsonParser parser) {
        return parser.getStringCharacters()[parser.getStringOffset()] == '-';
    }

    /**
     * Converts the current number of a parser.
     *
     * @param parser a parser whose current token is a number
     * @return a {@link Long} or a finite {@link Double}
     * @throws FormatException if it is larger than any float
     */
    static Number read(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            long number = parser.getLongValue();
            if (number == 0 && isNegative(parser)) {
                return -0.0;
            }
            return number;
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
