package dev.restorer.core.metadata;

import dev.restorer.api.Quoted;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/** Says where in its JSON a parser stands, such as {@code .a[1]}. */
public final class JsonPlace {

    private JsonPlace() {}

    /**
     * Returns the place.
     *
     * @param parser the parser
     * @return the keys and indices that lead there, each key behind a dot; a key that is not plain is quoted
     */
    public static String of(JsonParser parser) {
        StringBuilder place = new StringBuilder();
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
            place.append('.').append(name.matches("[A-Za-z0-9_-]+") ? name : Quoted.quote(name));
        }
    }
}
