package dev.restorer.core.formats;

/**
 * Checks the dotted keys of a TOML document before it is parsed: Jackson does not count the levels that they create, so
 * a document of a few megabytes could become a million nested tables. Text that is not TOML may pass this check; the
 * parser rejects it.
 */
final class DottedKeys {

    private DottedKeys() {}

    /**
     * Checks that no key creates too many levels.
     *
     * @param toml the document
     * @throws LimitException if a key does
     */
    static void requireFewLevels(String toml) {
        int levels = 1;
        int i = 0;
        while (i < toml.length()) {
            char c = toml.charAt(i);
            if (c == '.' && ++levels > ReadLimits.MAX_LEVELS) {
                throw new LimitException("a key has more than " + ReadLimits.MAX_LEVELS + " parts");
            }
            if (c == '=' || c == '\n' || c == '[' || c == '{' || c == ',') {
                levels = 1;
            }
            i = c == '"' || c == '\'' ? afterString(toml, i) : c == '#' ? endOfLine(toml, i) : i + 1;
        }
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
