package dev.restorer.core.formats.json;

import dev.restorer.api.Metadata;
import dev.restorer.api.Quoted;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.JacksonProblem;
import dev.restorer.core.formats.LimitException;
import dev.restorer.core.formats.ReadLimits;
import dev.restorer.formats.FieldNames;
import dev.restorer.formats.SurrogateEscapes;
import dev.restorer.formats.Utf8Repair;
import dev.restorer.formats.WellFormed;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads JSON values of known types as a stream, as the lifecycle does: a null is treated as an absent field, and a
 * field that occurs twice has its last value.
 */
public final class JsonReader {

    private final byte[] json;
    private final JsonParser parser;

    private JsonReader(byte[] json, JsonParser parser) {
        this.json = json;
        this.parser = parser;
    }

    /**
     * Reads a document. Bytes that are not UTF-8 and unpaired surrogates are replaced, as in the lifecycle.
     *
     * @param json the document
     * @param reading reads the value of the document; called again if Jackson rejects the name of a field
     * @param <T> the type of the result
     * @return the result
     * @throws LimitException if it exceeds {@link ReadLimits}
     * @throws FormatException if it is not JSON
     */
    public static <T> T read(byte[] json, Function<JsonReader, T> reading) {
        if (!Utf8Repair.startsLikeJson(json)) {
            throw new FormatException("it", "does not start like JSON in UTF-8");
        }
        byte[] utf8 = Utf8Repair.repair(json);
        try {
            return parse(utf8, reading);
        } catch (JacksonException e) {
            byte[] replaced = SurrogateEscapes.replaceUnpaired(utf8);
            if (replaced == utf8) {
                throw JacksonProblem.of(e);
            }
            return read(replaced, reading); // nothing is left to be replaced
        }
    }

    private static <T> T parse(byte[] utf8, Function<JsonReader, T> reading) {
        try (JsonParser parser = JsonFormat.parser(utf8, 0, utf8.length)) {
            if (parser.nextToken() == null) {
                throw new FormatException("it", "is empty");
            }
            return reading.apply(new JsonReader(utf8, parser));
        }
    }

    /** Checks that the document ends here. */
    public void requireEnd() {
        if (parser.nextToken() != null) {
            throw new FormatException("", "there is text after the end of its JSON");
        }
    }

    /**
     * Tells whether the value is a null.
     *
     * @return whether it is a null
     */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * Reads an object.
     *
     * @param field receives the name of each field, and must read its value
     */
    public void object(Consumer<String> field) {
        if (isNull()) {
            return;
        }
        require(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.accept(name);
        }
    }

    /**
     * Reads a field whose name is none of those that are known. If it is one of them in another case, it is read as
     * that, as in the lifecycle; otherwise it is skipped.
     *
     * @param name its name
     * @param field receives the name in lower case, and must read the value
     */
    public void other(String name, Consumer<String> field) {
        String folded = FieldNames.fold(name);
        if (folded.equals(name)) {
            skip();
        } else {
            field.accept(folded);
        }
    }

    /**
     * Reads an array.
     *
     * @param element must read the value of each element
     */
    public void array(Runnable element) {
        if (isNull()) {
            return;
        }
        require(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /**
     * Reads a string.
     *
     * @param old the previous value of the field, which a null does not change
     * @return the string
     */
    public String string(String old) {
        if (isNull()) {
            return old;
        }
        require(JsonToken.VALUE_STRING, "a string");
        return WellFormed.text(parser.getString());
    }

    /** Skips a string, which is not kept in memory. */
    public void skipString() {
        if (!isNull()) {
            require(JsonToken.VALUE_STRING, "a string");
        }
    }

    /**
     * Reads a boolean.
     *
     * @param old the previous value of the field, which a null does not change
     * @return the boolean
     */
    public boolean bool(boolean old) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return old;
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        throw mismatch("a boolean");
    }

    /** Checks that the value is an object or a null. */
    public void requireObjectOrNull() {
        if (!isNull()) {
            require(JsonToken.START_OBJECT, "an object");
        }
    }

    /** Skips a value. A string is skipped with the next token, without being kept in memory. */
    public void skip() {
        parser.skipChildren();
    }

    /**
     * Checks the metadata of a buildpack, which is kept as a range of the document's array.
     *
     * @return the metadata
     */
    public Metadata metadata() {
        if (isNull()) {
            return Metadata.none();
        }
        return new MetadataRange(json, parser).read();
    }

    private void require(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw mismatch(what);
        }
    }

    private FormatException mismatch(String what) {
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        return new FormatException(pointer.isEmpty() ? "it" : Quoted.quote(pointer), "is not " + what);
    }
}
