package dev.restorer.images.formats;

import dev.restorer.api.Quoted;
import dev.restorer.formats.FieldNames;
import dev.restorer.formats.SurrogateEscapes;
import dev.restorer.formats.Utf8Repair;
import dev.restorer.formats.WellFormed;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON values of known types. A null is read as the value of an absent field. */
public final class JsonReader {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_STRING = 64 << 20;
    private static final int MAX_NAME = 1 << 20;
    private static final int MAX_DIGITS = 1000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a document. Bytes that are not UTF-8 and unpaired surrogates are replaced, as in the lifecycle.
     *
     * @param json the document
     * @param reading reads its value with a reader positioned there; called again if Jackson rejects the name of a
     *     field
     * @param <T> the type of the result
     * @return the result of the reading
     * @throws JsonException if it is not JSON, or the reading rejects it
     */
    public static <T> T read(byte[] json, Function<JsonReader, T> reading) {
        if (!Utf8Repair.startsLikeJson(json)) {
            throw new JsonException("it does not start like JSON in UTF-8");
        }
        byte[] utf8 = Utf8Repair.repair(json);
        try {
            return parse(utf8, reading);
        } catch (JacksonException e) {
            byte[] replaced = SurrogateEscapes.replaceUnpaired(utf8);
            if (replaced == utf8) {
                throw problem(e);
            }
            return read(replaced, reading); // nothing is left to be replaced
        }
    }

    private static <T> T parse(byte[] utf8, Function<JsonReader, T> reading) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8, 0, utf8.length)) {
            if (parser.nextToken() == null) {
                throw new JsonException("it is empty");
            }
            T value = reading.apply(new JsonReader(parser));
            if (parser.nextToken() != null) {
                throw new JsonException("it has more text after the end of its JSON");
            }
            return value;
        }
    }

    private static JsonException problem(JacksonException e) {
        return new JsonException("it is not valid JSON" + position(e.getLocation()));
    }

    private static String position(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
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
     * @return the string, or an empty string for null
     */
    public String string() {
        if (isNull()) {
            return "";
        }
        require(JsonToken.VALUE_STRING, "a string");
        return WellFormed.text(parser.getString());
    }

    /**
     * Reads a whole number.
     *
     * @return the number, or 0 for null
     */
    public long number() {
        if (isNull()) {
            return 0;
        }
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        return parser.getLongValue();
    }

    /** Skips a value. */
    public void skip() {
        parser.skipChildren();
    }

    /**
     * Returns an exception that rejects the current value.
     *
     * @param problem what is wrong with it; the message starts with its location
     * @return the exception
     */
    public JsonException invalid(String problem) {
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        return new JsonException((pointer.isEmpty() ? "it" : Quoted.quote(pointer)) + " " + problem);
    }

    private boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    private void require(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw invalid("is not " + what);
        }
    }
}
