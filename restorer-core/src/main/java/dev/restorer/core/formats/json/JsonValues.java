package dev.restorer.core.formats.json;

import dev.restorer.api.Metadata;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.JacksonProblem;
import dev.restorer.formats.WellFormed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Converts JSON metadata into Java values. */
public final class JsonValues {

    private JsonValues() {}

    /**
     * Reads a value. If an object has a key twice, the last value is used; nulls in objects are left out.
     *
     * @param json metadata as JSON
     * @return the value, or null if it is a JSON null
     * @throws FormatException if it is not one JSON value, or holds a value that TOML cannot express
     */
    public static @Nullable Object read(Metadata.Json json) {
        try (JsonParser parser = JsonFormat.parser(json.array(), json.offset(), json.length())) {
            Object value = JsonFormat.begin(parser) == JsonToken.VALUE_NULL ? null : value(parser);
            JsonFormat.end(parser);
            return value;
        } catch (JacksonException e) {
            throw JacksonProblem.ofMetadata(e);
        }
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> WellFormed.text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonNumber.read(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new FormatException(JsonPlace.of(parser), "is null, which TOML does not have");
        };
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
                object.remove(name);
            } else {
                object.put(name, value(parser));
            }
        }
        return object;
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
