package dev.restorer.core.metadata;

import tools.jackson.databind.JsonNode;

/** Takes values of known types out of a table; one that is not there is empty or false, as the reference has it. */
final class TomlFields {

    private TomlFields() {}

    /** Returns a table, or a missing node. */
    static JsonNode table(JsonNode node, String name) {
        JsonNode table = node.path(name);
        require(table.isMissingNode() || table.isObject(), name + " is not a table");
        return table;
    }

    /** Returns an array of tables, or a missing node. */
    static JsonNode tables(JsonNode node, String name) {
        JsonNode array = node.path(name);
        require(array.isMissingNode() || array.isArray(), name + " is not an array");
        for (JsonNode element : array) {
            require(element.isObject(), name + " has an element that is not a table");
        }
        return array;
    }

    static String string(JsonNode node, String name) {
        JsonNode string = node.path(name);
        require(string.isMissingNode() || string.isString(), name + " is not a string");
        return string.isMissingNode() ? "" : string.asString();
    }

    static boolean bool(JsonNode node, String name) {
        JsonNode bool = node.path(name);
        require(bool.isMissingNode() || bool.isBoolean(), name + " is not a boolean");
        return !bool.isMissingNode() && bool.asBoolean();
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new FormatException(otherwise);
        }
    }
}
