package dev.restorer.core.formats.toml;

import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.ReadLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** Converts a TOML value from Jackson's tree into Java values. */
final class TomlValues {

    private final TomlTable table;
    private final String key;

    private TomlValues(TomlTable table, String key) {
        this.table = table;
        this.key = key;
    }

    /** Returns the value of a key of a table. */
    static Object value(TomlTable table, String key, JsonNode node) {
        return new TomlValues(table, key).value(node, ReadLimits.MAX_LEVELS);
    }

    private Object value(JsonNode node, int levels) {
        if (node.isObject()) {
            int below = below(levels);
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue(), below)));
            return map;
        }
        if (node.isArray()) {
            int below = below(levels);
            List<Object> list = new ArrayList<>(node.size());
            node.forEach(element -> list.add(value(element, below)));
            return list;
        }
        return plain(node);
    }

    /** The levels are counted here, since Jackson does not count those of dotted keys. */
    private int below(int levels) {
        if (levels == 0) {
            throw problem("has more than " + ReadLimits.MAX_LEVELS + " levels of tables and arrays");
        }
        return levels - 1;
    }

    private Object plain(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isNumber()) {
            return number(node);
        }
        if (node instanceof POJONode date && date.getPojo() != null) {
            return date.getPojo();
        }
        throw problem("has a value of an unknown kind");
    }

    /** A number that is too large is an error, and not the infinity that TOML also has, or another number. */
    private Number number(JsonNode node) {
        if (node.isBigDecimal() && Double.isInfinite(node.decimalValue().doubleValue())) {
            throw problem("has a number that is larger than any float");
        }
        if (node.isBigInteger() && !node.canConvertToLong()) {
            throw problem("has a whole number of more than 64 bits");
        }
        return node.numberValue();
    }

    private FormatException problem(String problem) {
        return new FormatException(table.place(key), problem);
    }
}
