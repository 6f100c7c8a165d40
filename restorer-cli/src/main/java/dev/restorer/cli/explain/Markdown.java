package dev.restorer.cli.explain;

/** Escapes text for Markdown, so that names from untrusted sources neither break a table nor become a link. */
final class Markdown {

    private static final String SPECIAL = "\\`*_[]<>|~&@";

    private Markdown() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || startsAddress(text, i)) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** Tells whether a colon or a point is part of what some readers of Markdown take for an address. */
    private static boolean startsAddress(String text, int i) {
        return text.startsWith(":/", i) || (text.charAt(i) == '.' && text.regionMatches(true, i - 3, "www", 0, 3));
    }

    static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(escape(cell)).append(" |");
        }
        return row.toString();
    }
}
