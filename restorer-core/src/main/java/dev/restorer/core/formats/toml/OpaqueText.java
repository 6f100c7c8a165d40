package dev.restorer.core.formats.toml;

/** The parts of a TOML document whose characters mean nothing to its syntax: strings, quoted keys and comments. */
final class OpaqueText {

    private OpaqueText() {}

    /**
     * Skips a string or comment, or one other character.
     *
     * @param toml the document, which may be invalid
     * @param start an index that is not within a string or comment
     * @return the index after it, which may be beyond the end
     */
    static int next(String toml, int start) {
        char c = toml.charAt(start);
        return c == '"' || c == '\'' ? afterString(toml, start) : c == '#' ? endOfLine(toml, start) : start + 1;
    }

    /** A multi-line string may end in up to two quotes that belong to it. */
    private static int afterQuotes(String toml, int start, int maxQuotes, char quote) {
        int i = start;
        while (i < Math.min(start + maxQuotes, toml.length()) && toml.charAt(i) == quote) {
            i++;
        }
        return i;
    }

    private static int endOfLine(String toml, int start) {
        int end = toml.indexOf('\n', start);
        return end < 0 ? toml.length() : end;
    }

    /** A single-line string ends at the end of its line, even if it is not closed. */
    private static int afterString(String toml, int start) {
        char quote = toml.charAt(start);
        String triple = quote == '"' ? "\"\"\"" : "'''";
        boolean isMultiLine = toml.startsWith(triple, start);
        String end = isMultiLine ? triple : quote == '"' ? "\"" : "'";
        int i = start + end.length();
        while (i < toml.length() && !toml.startsWith(end, i)) {
            if (toml.charAt(i) == '\n' && !isMultiLine) {
                return i;
            }
            i += toml.charAt(i) == '\\' && quote == '"' ? 2 : 1;
        }
        return afterQuotes(toml, i + end.length(), isMultiLine ? 2 : 0, quote);
    }
}
