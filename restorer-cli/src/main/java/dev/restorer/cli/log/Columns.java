package dev.restorer.cli.log;

/** The width of text on a terminal. */
public final class Columns {

    private static final String ELLIPSIS = "...";

    private Columns() {}

    /**
     * Returns the maximum number of columns of a text: terminals differ beyond ASCII, where a character takes at most
     * two columns.
     *
     * @param text a text without control characters
     * @return the columns
     */
    public static int of(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /**
     * Truncates a text that is too long.
     *
     * @param text a text without control characters
     * @param maxColumns the maximum number of columns, at least three
     * @return the text, or its start and three dots
     */
    public static String fit(String text, int maxColumns) {
        if (of(text) <= maxColumns) {
            return text;
        }
        int end = 0;
        int columns = ELLIPSIS.length();
        while (columns + width(text.codePointAt(end)) <= maxColumns) {
            columns += width(text.codePointAt(end));
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static int width(int codePoint) {
        return codePoint < 0x80 ? 1 : 2;
    }
}
