package dev.restorer.core.formats.json;

import dev.restorer.api.Metadata;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.JacksonProblem;
import dev.restorer.core.formats.toml.TomlDocument;
import dev.restorer.formats.WellFormed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Converts JSON to TOML token by token, without a tree in memory. */
public final class JsonWriter {

    private final TomlDocument document;
    private final JsonParser parser;

    private JsonWriter(TomlDocument document, JsonParser parser) {
        this.document = document;
        this.parser = parser;
    }

    /**
     * Writes a value with a key. Nothing is written for a null.
     *
     * @param document the document
     * @param key the key
     * @param json the value
     * @return false if an object has a key twice; the document is then incomplete and must be discarded, since only the
     *     last value is to be used
     * @throws FormatException if it is not one JSON value, or holds a value that TOML cannot express
     */
    public static boolean write(TomlDocument document, String key, Metadata.Json json) {
        try (JsonParser parser = JsonFormat.parser(json.array(), json.offset(), json.length())) {
            JsonFormat.begin(parser);
            boolean unique = new JsonWriter(document, parser).member(key);
            if (unique) {
                JsonFormat.end(parser);
            }
            return unique;
        } catch (JacksonException e) {
            throw JacksonProblem.ofMetadata(e);
        }
    }

    private boolean member(String key) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return true;
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            document.beginTable(key);
            boolean unique = members();
            document.endTable();
            return unique;
        }
        document.key(key);
        return value();
    }

    private boolean members() {
        KeysSeen seen = new KeysSeen();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = WellFormed.text(parser.currentName());
            parser.nextToken();
            if (!seen.add(key) || !member(key)) {
                return false;
            }
        }
        return true;
    }

    private boolean value() {
        switch (parser.currentToken()) {
            case VALUE_STRING -> document.string(WellFormed.text(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE, VALUE_FALSE -> document.bool(parser.currentToken() == JsonToken.VALUE_TRUE);
            case START_ARRAY -> {
                return elements();
            }
            case START_OBJECT -> {
                document.beginInlineTable();
                boolean unique = members();
                document.endInlineTable();
                return unique;
            }
            default -> throw new FormatException(JsonPlace.of(parser), "is null, which TOML does not have");
        }
        return true;
    }

    private boolean elements() {
        document.beginArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!value()) {
                return false;
            }
        }
        document.endArray();
        return true;
    }

    private void number() {
        Number number = JsonNumber.read(parser);
        if (number instanceof Long whole) {
            document.integer(whole);
        } else {
            document.floating(number.doubleValue());
        }
    }
}
