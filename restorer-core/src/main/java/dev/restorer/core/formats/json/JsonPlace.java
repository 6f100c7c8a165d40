package dev.restorer.core.formats.json;

import dev.restorer.core.formats.toml.TomlTable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/** Returns the position of a parser in the metadata of a layer, such as {@code metadata.a[1]}. */
final class JsonPlace {

    private JsonPlace() {}

    /**
     * Returns the position.
     *
     * @param parser the parser
     * @return the keys and indices that lead there, each key after a dot; a key that is not bare is quoted
     */
    static String of(JsonParser parser) {
        StringBuilder place = new StringBuilder("metadata");
        append(place, parser.streamReadContext());
        return place.toString();
    }

    private static void append(StringBuilder place, TokenStreamContext context) {
        TokenStreamContext parent = context.getParent();
        if (parent != null) {
            append(place, parent);
        }
        if (context.inArray()) {
            place.append('[').append(context.getCurrentIndex()).append(']');
        } else if (context.inObject() && context.currentName() != null) {
            String name = context.currentName();
            place.append('.').append(TomlTable.quoteKey(name));
        }
    }
}
