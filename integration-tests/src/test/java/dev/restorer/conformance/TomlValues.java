package dev.restorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** TOML as Java values that know their equals, where an integer (Long) never equals a float (Double). */
final class TomlValues {

    private TomlValues() {}

    static Map<String, Object> read(Path file) {
        try {
            TomlParseResult result = Toml.parse(file);
            assertThat(result.errors()).as("errors in %s", file).isEmpty();
            return table(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> table(TomlTable table) {
        Map<String, Object> values = new LinkedHashMap<>();
        table.toMap().forEach((key, value) -> values.put(key, plain(value)));
        return values;
    }

    private static List<Object> array(TomlArray array) {
        return array.toList().stream().map(TomlValues::plain).toList();
    }

    private static Object plain(Object value) {
        if (value instanceof TomlTable table) {
            return table(table);
        }
        return value instanceof TomlArray array ? array(array) : value;
    }
}
