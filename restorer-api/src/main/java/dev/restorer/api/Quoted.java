package dev.restorer.api;

/**
 * Quotes text from untrusted sources, so that it stays on one line and every character is visible.
 *
 * <p>The form is that of the lifecycle's log lines: double quotes, backslash escapes, and the code point in hexadecimal
 * for characters that cannot be printed.
 *
 * @since 0.1
 */
public final class Quoted {

    /** More than the name of a file can have, and than most paths have. */
    private static final int MAX_CHARACTERS = 1_000;

    private Quoted() {}

    /**
     * Quotes a text. Of a long one, only the start is quoted, followed by the number of its characters.
     *
     * @param text any text
     * @return the text in double quotes, on one line
     */
    public static String quote(String text) {
        return text.length() <= MAX_CHARACTERS ? quoted(text) : quoted(start(text)) + length(text);
    }

    /**
     * Shortens a message of any length, such as one with names from an untrusted source.
     *
     * @param text any text
     * @return the text; or its start, followed by the number of its characters
     */
    public static String shorten(String text) {
        return text.length() <= MAX_CHARACTERS ? text : start(text) + length(text);
    }

    private static String start(String text) {
        boolean splits = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
        return text.substring(0, splits ? MAX_CHARACTERS - 1 : MAX_CHARACTERS) + "…";
    }

    private static String length(String text) {
        return " (" + text.length() + " characters)";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> append(quoted, codePoint));
        return quoted.append('"').toString();
    }

    /**
     * Escapes the characters that would break a line, control a terminal or change the direction of the text. All other
     * characters are kept.
     *
     * @param text any text, such as a message that contains text from an untrusted source
     * @return the text on one line
     */
    public static String escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return escapeFrom(i, text);
            }
        }
        return text;
    }

    private static String escapeFrom(int first, String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
        text.substring(first).codePoints().forEach(codePoint -> {
            if (isControl(codePoint)) {
                append(escaped, codePoint);
            } else {
                escaped.appendCodePoint(codePoint);
            }
        });
        return escaped.toString();
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint)
                || codePoint == 0x2028
                || codePoint == 0x2029
                || (codePoint >= 0x202a && codePoint <= 0x202e)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static void append(StringBuilder quoted, int codePoint) {
        switch (codePoint) {
            case '"', '\\' -> quoted.append('\\').append((char) codePoint);
            case 0x07 -> quoted.append("\\a");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case 0x0b -> quoted.append("\\v");
            default -> {
                if (isPrintable(codePoint)) {
                    quoted.appendCodePoint(codePoint);
                } else {
                    quoted.append(escape(codePoint));
                }
            }
        }
    }

    private static String escape(int codePoint) {
        if (codePoint < 0x80) {
            return "\\x%02x".formatted(codePoint);
        }
        if (Character.getType(codePoint) == Character.SURROGATE) {
            return "\ufffd";
        }
        return codePoint < 0x10000 ? "\\u%04x".formatted(codePoint) : "\\U%08x".formatted(codePoint);
    }

    private static boolean isPrintable(int codePoint) {
        if (codePoint == ' ') {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
