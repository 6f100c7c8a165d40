package dev.restorer.core.formats.toml;

import dev.restorer.formats.WellFormed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes Java values into a TOML document. */
public final class ValueWriter {

    private final TomlDocument document;

    /**
     * Creates a writer.
     *
     * @param document the document
     */
    public ValueWriter(TomlDocument document) {
        this.document = document;
    }

    /**
     * Writes a value with a key.
     *
     * @param key the key
     * @param value a {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Long}, {@code Double} or a date
     *     or time of {@code java.time}
     */
    public void write(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            document.beginTable(key);
            writeAll(map);
            document.endTable();
        } else {
            document.key(key);
            writeValue(value);
        }
    }

    /**
     * Writes all values of a table.
     *
     * @param values the values by their keys, as {@link #write} takes them
     */
    public void writeAll(Map<?, ?> values) {
        Map<String, Object> wellFormed = new LinkedHashMap<>();
        values.forEach((key, value) -> wellFormed.put(WellFormed.text((String) key), value));
        wellFormed.forEach(this::write);
    }

    private void writeValue(Object value) {
        if (value instanceof List<?> list) {
            document.beginArray();
            list.forEach(this::writeElement);
            document.endArray();
        } else if (value instanceof String string) {
            document.string(WellFormed.text(string));
        } else if (value instanceof Long number) {
            document.integer(number);
        } else if (value instanceof Double number) {
            document.floating(number);
        } else if (value instanceof Boolean bool) {
            document.bool(bool);
        } else {
            document.dateOrTime(value);
        }
    }

    private void writeElement(Object value) {
        if (value instanceof Map<?, ?> map) {
            document.beginInlineTable();
            writeAll(map);
            document.endInlineTable();
        } else {
            writeValue(value);
        }
    }
}
