package dev.restorer.cli.explain;

import java.util.regex.Pattern;

/** Escapes text for Markdown, so that names from untrusted sources neither break a table nor become a link. */
final class Markdown {

    private static final String SPECIAL = "\\`*_[]<>|~&@$#^{}!";

    /** What some readers of Markdown show as a picture. */
    private static final Pattern SHORTCODE = Pattern.compile(":[A-Za-z0-9_+-]+:");

    private Markdown() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || startsAddress(text, i) || startsOther(text, i)) {
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

    /** Tells whether a colon or an equals sign starts a picture or a highlight. */
    private static boolean startsOther(String text, int i) {
        return text.startsWith("==", i)
                || (text.charAt(i) == ':'
                        && SHORTCODE.matcher(text).region(i, text.length()).lookingAt());
    }

    static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(escape(cell)).append(" |");
        }
        return row.toString();
    }
}
