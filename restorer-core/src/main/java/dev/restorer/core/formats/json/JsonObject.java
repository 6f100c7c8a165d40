package dev.restorer.core.formats.json;

import dev.restorer.api.Quoted;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.JacksonProblem;
import dev.restorer.core.formats.LimitException;
import dev.restorer.core.formats.ReadLimits;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An object of a JSON document that is small enough to be in memory. Its methods throw {@link FormatException}. */
public final class JsonObject {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFormat.FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;

    /** The JSON Pointer of the object. */
    private final String pointer;

    private JsonObject(JsonNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    /**
     * Parses a document.
     *
     * @param json the document, which has to be an object
     * @return the object
     * @throws LimitException if it exceeds {@link ReadLimits}
     */
    public static JsonObject parse(byte[] json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (!node.isObject()) {
                throw new FormatException("it", "is not a JSON object");
            }
            return new JsonObject(node, "");
        } catch (JacksonException e) {
            throw JacksonProblem.of(e);
        }
    }

    /**
     * Returns a string.
     *
     * @param key the key
     * @return the string
     */
    public String string(String key) {
        JsonNode value = required(key);
        if (!value.isString()) {
            throw mismatch(key, "a string");
        }
        return value.stringValue();
    }

    /**
     * Returns a string that may be absent.
     *
     * @param key the key
     * @return the string, or null if there is none or a null
     */
    public @Nullable String stringOrNull(String key) {
        return has(key) ? string(key) : null;
    }

    /**
     * Returns a boolean.
     *
     * @param key the key
     * @return the boolean
     */
    public boolean bool(String key) {
        JsonNode value = required(key);
        if (!value.isBoolean()) {
            throw mismatch(key, "a boolean");
        }
        return value.booleanValue();
    }

    /**
     * Returns a whole number.
     *
     * @param key the key
     * @return the number
     */
    public long wholeNumber(String key) {
        JsonNode value = required(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw mismatch(key, "a whole number of at most 64 bits");
        }
        return value.longValue();
    }

    /**
     * Returns a whole number that is not negative.
     *
     * @param key the key
     * @return the number
     */
    public long nonNegativeNumber(String key) {
        long number = wholeNumber(key);
        if (number < 0) {
            throw mismatch(key, "a number of at least 0");
        }
        return number;
    }

    /**
     * Returns the constant of an enum whose name a string is.
     *
     * @param key the key
     * @param type the enum
     * @param <E> the type of the enum
     * @return the constant
     */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        String name = string(key);
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new FormatException(place(key), "is " + Quoted.quote(name) + ", which is not known");
        }
    }

    /**
     * Returns a path.
     *
     * @param key the key
     * @return the path
     */
    public Path path(String key) {
        return path(key, string(key));
    }

    /**
     * Returns a path that may be absent.
     *
     * @param key the key
     * @return the path, or null if there is none or a null
     */
    public @Nullable Path pathOrNull(String key) {
        return has(key) ? path(key) : null;
    }

    /**
     * Returns an array of paths.
     *
     * @param key the key
     * @return the paths
     */
    public List<Path> paths(String key) {
        return elements(key, element -> {
            if (!element.node.isString()) {
                throw new FormatException(Quoted.quote(element.pointer), "is not a string");
            }
            return path(key, element.node.stringValue());
        });
    }

    private Path path(String key, String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw mismatch(key, "a path");
        }
    }

    /**
     * Returns an object that may be absent.
     *
     * @param key the key
     * @return the object, or null if there is none or a null
     */
    public @Nullable JsonObject objectOrNull(String key) {
        return has(key) ? new JsonObject(required(key), pointer(key)).requireObject() : null;
    }

    /**
     * Returns an array of objects.
     *
     * @param key the key
     * @return the objects
     */
    public Stream<JsonObject> objects(String key) {
        return elements(key, JsonObject::requireObject).stream();
    }

    private <T> List<T> elements(String key, Function<JsonObject, T> conversion) {
        JsonNode array = required(key);
        if (!array.isArray()) {
            throw mismatch(key, "an array");
        }
        List<T> elements = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            elements.add(conversion.apply(new JsonObject(element, pointer(key) + "/" + elements.size())));
        }
        return elements;
    }

    private JsonObject requireObject() {
        if (!node.isObject()) {
            throw new FormatException(Quoted.quote(pointer), "is not an object");
        }
        return this;
    }

    private boolean has(String key) {
        return node.hasNonNull(key);
    }

    private JsonNode required(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new FormatException(place(key), "is missing");
        }
        return value;
    }

    private FormatException mismatch(String key, String what) {
        return new FormatException(place(key), "is not " + what);
    }

    private String place(String key) {
        return Quoted.quote(pointer(key));
    }

    private String pointer(String key) {
        return pointer + "/" + key;
    }
}
