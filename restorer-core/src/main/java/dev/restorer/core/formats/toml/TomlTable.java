package dev.restorer.core.formats.toml;

import dev.restorer.api.Quoted;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.LimitException;
import dev.restorer.core.formats.ReadLimits;
import dev.restorer.formats.FieldNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A table of a TOML document. An absent value is empty or false, as in the lifecycle. The value of a key is that of the
 * same key, or else of the last one that differs in case only; keys that are given are in lower case, or are those of
 * the table.
 */
public final class TomlTable {

    private static final int NO_ELEMENT = -1;

    private final JsonNode node;

    /**
     * The place of this table, of which messages are made: the key in the table that has it, and the index in an array.
     */
    private final @Nullable TomlTable outer;

    private final String key;
    private final int index;

    private TomlTable(JsonNode node, @Nullable TomlTable outer, String key, int index) {
        this.node = node;
        this.outer = outer;
        this.key = key;
        this.index = index;
    }

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return its root table
     * @throws LimitException if it exceeds {@link ReadLimits}
     * @throws FormatException if it is not TOML in UTF-8
     */
    public static TomlTable read(byte[] toml) {
        return new TomlTable(TomlFormat.tree(toml), null, "", NO_ELEMENT);
    }

    /**
     * Returns the keys.
     *
     * @return the keys, in the order of the document
     */
    public Collection<String> keys() {
        return node.propertyNames();
    }

    /**
     * Tells whether there is a value.
     *
     * @param key its key
     * @return whether the table has the key
     */
    public boolean has(String key) {
        return !get(key).isMissingNode();
    }

    /**
     * Returns a table in this one.
     *
     * @param key its key
     * @return the table, which is empty if there is none
     * @throws FormatException if there is a value that is not a table
     */
    public TomlTable table(String key) {
        JsonNode table = get(key);
        require(table.isMissingNode() || table.isObject(), key, "is not a table");
        return new TomlTable(table, this, key, NO_ELEMENT);
    }

    /**
     * Returns a table in this one whose keys are names. Where the lifecycle has a map, its decoder skips a value of
     * another type.
     *
     * @param key its key
     * @return the table, which is empty if there is none, or a value of another type
     */
    public TomlTable map(String key) {
        JsonNode table = get(key);
        return new TomlTable(table.isObject() ? table : MissingNode.getInstance(), this, key, NO_ELEMENT);
    }

    /**
     * Returns an array of tables.
     *
     * @param key its key
     * @return the tables, none if there is no array
     * @throws FormatException if there is a value that is not an array of tables
     */
    public List<TomlTable> tables(String key) {
        JsonNode array = array(key);
        List<TomlTable> tables = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            require(element.isObject(), key, "has an element that is not a table");
            tables.add(new TomlTable(element, this, key, tables.size()));
        }
        return tables;
    }

    /**
     * Returns an array of strings.
     *
     * @param key its key
     * @return the strings, none if there is no array
     * @throws FormatException if there is a value that is not an array of strings
     */
    public List<String> strings(String key) {
        JsonNode array = array(key);
        List<String> strings = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            require(element.isString(), key, "has an element that is not a string");
            strings.add(element.asString());
        }
        return strings;
    }

    private JsonNode array(String key) {
        JsonNode array = get(key);
        require(array.isMissingNode() || array.isArray(), key, "is not an array");
        return array;
    }

    /**
     * Returns a string.
     *
     * @param key its key
     * @return the string, which is empty if there is none
     * @throws FormatException if there is a value that is not a string
     */
    public String string(String key) {
        JsonNode string = get(key);
        require(string.isMissingNode() || string.isString(), key, "is not a string");
        return string.isMissingNode() ? "" : string.asString();
    }

    /**
     * Returns a boolean.
     *
     * @param key its key
     * @return the boolean, or false if there is none
     * @throws FormatException if there is a value that is not a boolean
     */
    public boolean bool(String key) {
        JsonNode bool = get(key);
        require(bool.isMissingNode() || bool.isBoolean(), key, "is not a boolean");
        return !bool.isMissingNode() && bool.asBoolean();
    }

    /**
     * Returns a value of any type.
     *
     * @param key its key
     * @return a {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Long}, {@code Double} or a date or
     *     time of {@code java.time}; null if there is none
     * @throws FormatException if it is nested too deeply, or has a number that is too large
     */
    public @Nullable Object value(String key) {
        JsonNode value = get(key);
        return value.isMissingNode() ? null : TomlValues.value(this, key, value);
    }

    /**
     * Returns all values.
     *
     * @return the values by their keys, in the order of the document, as {@link #value} returns them
     * @throws FormatException as {@link #value} does
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> values.put(entry.getKey(), TomlValues.value(this, entry.getKey(), entry.getValue())));
        return values;
    }

    private JsonNode get(String key) {
        String found = FieldNames.find(node.propertyNames(), key);
        return node.path(found == null ? key : found);
    }

    /**
     * Returns a key in the form that messages use.
     *
     * @param key the key
     * @return the key, in quotes unless it is bare
     */
    public static String quoteKey(String key) {
        return TomlText.isBare(key) ? Quoted.shorten(key) : Quoted.quote(key);
    }

    private void require(boolean condition, String key, String problem) {
        if (!condition) {
            throw new FormatException(place(key), problem);
        }
    }

    /** Returns the keys and indices that lead to a value, such as {@code buildpacks[1].layers.x}. */
    String place(String key) {
        if (outer == null) {
            return quoteKey(key);
        }
        String element = index == NO_ELEMENT ? "" : "[" + index + "]";
        return outer.place(this.key) + element + "." + quoteKey(key);
    }
}
