package dev.restorer.core.formats.toml;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads byte order marks within a document, which TOML allows in strings, quoted keys and comments, and Jackson only at
 * the start of the document. Each is replaced by a character that the document does not have, and replaced back in what
 * was read. Text that is not TOML does not become TOML, since neither character means anything to its syntax.
 */
final class ByteOrderMarks {

    private static final char MARK = '\ufeff';

    /** The first and the last character for private use. */
    private static final char FIRST = '\ue000';

    private static final char LAST = '\uf8ff';

    private final char replacement;

    private ByteOrderMarks(char replacement) {
        this.replacement = replacement;
    }

    /** Returns whether there are any after the start of a document. */
    static boolean areIn(String toml) {
        return toml.indexOf(MARK, 1) >= 0;
    }

    /** Parses a document with a parser that does not accept them. */
    static JsonNode parse(String toml, Function<String, JsonNode> parser) {
        char unused = unused(toml);
        String replaced = toml.charAt(0) + toml.substring(1).replace(MARK, unused);
        return new ByteOrderMarks(unused).restore(parser.apply(replaced));
    }

    /** Returns a character that the document does not have; or the mark, if it has all characters for private use. */
    private static char unused(String toml) {
        boolean[] isUsed = new boolean[LAST - FIRST + 1];
        for (int i = 0; i < toml.length(); i++) {
            char c = toml.charAt(i);
            int used = c == '\\' ? escaped(toml, i + 1) : c;
            if (used >= FIRST && used <= LAST) {
                isUsed[used - FIRST] = true;
            }
        }
        for (int i = 0; i < isUsed.length; i++) {
            if (!isUsed[i]) {
                return (char) (FIRST + i);
            }
        }
        return MARK;
    }

    /** Returns the character of an escape with its code, which starts after its backslash, or a negative number. */
    private static int escaped(String toml, int start) {
        char kind = start < toml.length() ? toml.charAt(start) : ' ';
        int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        if (digits == 0 || start + digits >= toml.length()) {
            return -1;
        }
        int value = 0;
        for (int i = start + 1; i <= start + digits; i++) {
            int digit = Character.digit(toml.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = (value << 4) + digit;
        }
        return value;
    }

    private JsonNode restore(JsonNode node) {
        if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(restore(node.stringValue()));
        }
        if (node instanceof ArrayNode array) {
            ArrayNode restored = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> restored.add(restore(element)));
            return restored;
        }
        if (node instanceof ObjectNode table) {
            ObjectNode restored = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> property : table.properties()) {
                restored.set(restore(property.getKey()), restore(property.getValue()));
            }
            return restored;
        }
        return node;
    }

    private String restore(String text) {
        return text.replace(replacement, MARK);
    }
}
