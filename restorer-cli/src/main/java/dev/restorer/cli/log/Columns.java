package dev.restorer.cli.log;

/** How much room a text takes on a terminal, where no line may be longer than it. */
public final class Columns {

    private static final String CUT = "...";

    private Columns() {}

    /**
     * Returns how many columns a text takes, at most: terminals differ beyond ASCII, where no character takes more
     * than two.
     *
     * @param text a text without control characters
     * @return the columns
     */
    public static int of(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /**
     * Shortens a text that is too long.
     *
     * @param text a text without control characters
     * @param most how many columns it may take, at least three
     * @return the text, or its start and three dots
     */
    public static String fit(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        int end = 0;
        int columns = CUT.length();
        while (columns + width(text.codePointAt(end)) <= most) {
            columns += width(text.codePointAt(end));
            end = text.offsetByCodePoints(end, 1);
        }
        return text.substring(0, end) + CUT;
    }

    private static int width(int codePoint) {
        return codePoint < 0x80 ? 1 : 2;
    }
}
