package dev.restorer.core.layersdir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Reads what was written back with tomlj, and says what JSON values become. */
final class TomlValues {

    private TomlValues() {}

    static Map<String, Object> read(byte[] toml) {
        TomlParseResult result = Toml.parse(new String(toml, UTF_8));
        assertThat(result.errors()).as(new String(toml, UTF_8)).isEmpty();
        return map(result);
    }

    private static Map<String, Object> map(TomlTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        table.entrySet().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        return map;
    }

    private static Object value(Object value) {
        if (value instanceof TomlTable table) {
            return map(table);
        }
        if (value instanceof TomlArray array) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                list.add(value(array.get(i)));
            }
            return list;
        }
        return value;
    }

    /** Whole numbers beyond 64 bits become floats; all else stays. */
    static Object expected(Object value) {
        if (value instanceof BigInteger big) {
            return big.doubleValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(TomlValues::expected).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> expected = new LinkedHashMap<>();
            map.forEach((key, element) -> expected.put(key, expected(element)));
            return expected;
        }
        return value;
    }
}
