package dev.restorer.core.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** Turns what Jackson read from TOML into Java values. */
final class NodeValues {

    private static final int MOST_LEVELS = 500;

    private NodeValues() {}

    static Object value(JsonNode node) {
        return value(node, MOST_LEVELS);
    }

    /** Jackson counts no levels that dotted keys make. */
    private static Object value(JsonNode node, int levels) {
        if (levels == 0) {
            throw new FormatException("metadata has more than " + MOST_LEVELS + " levels of tables and arrays");
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue(), levels - 1)));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>(node.size());
            node.forEach(element -> list.add(value(element, levels - 1)));
            return list;
        }
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
        throw new FormatException("metadata has a value of an unknown kind");
    }

    /** TOML has an infinity of its own, and a number that is too large is none. */
    private static Number number(JsonNode node) {
        if (node.isBigDecimal() && Double.isInfinite(node.decimalValue().doubleValue())) {
            throw new FormatException("metadata has a number that is larger than any float");
        }
        return node.numberValue();
    }
}
