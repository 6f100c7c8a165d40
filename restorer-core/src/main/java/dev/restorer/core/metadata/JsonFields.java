package dev.restorer.core.metadata;

import dev.restorer.api.Quoted;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads JSON values of known types. A null stands for the value that an absent field has, as the reference has it. */
final class JsonFields {

    private final JsonParser parser;

    JsonFields(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads an object: for each field, the consumer is given its name and must read its value. */
    void object(Consumer<String> field) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        require(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.accept(name);
        }
    }

    /** Reads an array: for each element, the reader must read its value. */
    void array(Runnable element) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        require(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    String string() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        require(JsonToken.VALUE_STRING, "a string");
        return parser.getString();
    }

    boolean bool() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE || token == JsonToken.VALUE_NULL) {
            return token == JsonToken.VALUE_TRUE;
        }
        throw mismatch("a boolean");
    }

    void requireObjectOrNull() {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            require(JsonToken.START_OBJECT, "an object");
        }
    }

    /** Skips a value; a string of which is passed over with the next token, without being held. */
    void skip() {
        parser.skipChildren();
    }

    /** Skips what a buildpack noted, in which no number may be larger than any float. */
    void skipMetadata() {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (token.isNumeric()) {
                JsonNumber.requireFinite(parser);
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        } while (depth > 0 && parser.nextToken() != null);
        parser.finishToken();
    }

    private void require(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw mismatch(what);
        }
    }

    private FormatException mismatch(String what) {
        return new FormatException(place() + " is not " + what);
    }

    private String place() {
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        return pointer.isEmpty() ? "it" : Quoted.quote(pointer);
    }
}
