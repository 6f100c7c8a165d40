package dev.restorer.core.formats;

/**
 * The dotted keys of a TOML document, before it is read: Jackson counts no levels that they make, and a document of a
 * few megabytes would become a million tables in each other. What is no TOML may be passed here, and is found when it
 * is read.
 */
final class DottedKeys {

    private DottedKeys() {}

    /**
     * Makes sure that no key makes too many levels.
     *
     * @param toml the document
     * @throws LimitException if one does
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

    /** A string of several lines may end in two quotes of its own. */
    private static int afterQuotes(String toml, int start, int most, char quote) {
        int i = start;
        while (i < Math.min(start + most, toml.length()) && toml.charAt(i) == quote) {
            i++;
        }
        return i;
    }

    private static int endOfLine(String toml, int start) {
        int end = toml.indexOf('\n', start);
        return end < 0 ? toml.length() : end;
    }

    /** A string of one line ends with it, even where it is not closed. */
    private static int afterString(String toml, int start) {
        char quote = toml.charAt(start);
        String triple = quote == '"' ? "\"\"\"" : "'''";
        boolean hasLines = toml.startsWith(triple, start);
        String end = hasLines ? triple : quote == '"' ? "\"" : "'";
        int i = start + end.length();
        while (i < toml.length() && !toml.startsWith(end, i)) {
            if (toml.charAt(i) == '\n' && !hasLines) {
                return i;
            }
            i += toml.charAt(i) == '\\' && quote == '"' ? 2 : 1;
        }
        return afterQuotes(toml, i + end.length(), hasLines ? 2 : 0, quote);
    }
}
