package dev.restorer.cli.log;

/** Keeps what came from outside from breaking a line, or from steering a terminal. */
public final class OneLine {

    private OneLine() {}

    /**
     * Escapes what is not fit for a line.
     *
     * @param text any text
     * @return the text with escapes in place of control characters and line separators
     */
    public static String of(String text) {
        return text.chars().anyMatch(OneLine::breaks) ? escape(text) : text;
    }

    private static boolean breaks(int character) {
        return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
    }

    private static String escape(String text) {
        StringBuilder line = new StringBuilder(text.length() + 8);
        text.chars().forEach(character -> {
            switch (character) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (breaks(character)) {
                        line.append("\\u%04x".formatted(character));
                    } else {
                        line.append((char) character);
                    }
                }
            }
        });
        return line.toString();
    }
}
