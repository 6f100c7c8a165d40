package dev.restorer.core.formats.toml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the sign of negative zeros, such as {@code -0.0}: Jackson reads floats as {@code BigDecimal}, which has no
 * negative zero. They are replaced by a number that is closer to zero than any other float. Text that is not TOML does
 * not become TOML.
 */
final class NegativeZeros {

    /** The groups are possessive, since others need a stack as deep as they repeat. */
    private static final Pattern ZERO =
            Pattern.compile("-0(?:\\.0(?:_?0)*+(?:[eE][+-]?\\d(?:_?\\d)*+)?|[eE][+-]?\\d(?:_?\\d)*+)"
                    + "(?=[ \\t]*(?:[,\\]}#\\r\\n]|\\z))");

    /** What each of them starts with, and few other texts have. */
    static final String START = "-0";

    private static final String REPLACEMENT = "-1e-400";

    private final String toml;
    private final Matcher zero;
    private final StringBuilder out = new StringBuilder();
    private int done;

    /** Whether the current line has an equals sign, or continues the value of one that has. */
    private boolean inValue;

    /** The number of arrays and inline tables of this value that are open. */
    private int open;

    private NegativeZeros(String toml) {
        this.toml = toml;
        this.zero = ZERO.matcher(toml);
    }

    /**
     * Replaces them.
     *
     * @param toml the document
     * @return the document, which is the same if it has none
     */
    static String replace(String toml) {
        NegativeZeros zeros = new NegativeZeros(toml);
        return zeros.areLikely() ? zeros.replace() : toml;
    }

    /** Most documents have none, and need not be searched for strings and comments. */
    private boolean areLikely() {
        int i = toml.indexOf(START);
        while (i >= 0 && !isZero(i)) {
            i = toml.indexOf(START, i + 1);
        }
        return i >= 0;
    }

    private boolean isZero(int start) {
        return zero.region(start, toml.length()).lookingAt();
    }

    private String replace() {
        int i = 0;
        while (i < toml.length()) {
            char c = toml.charAt(i);
            if (c == '-' && inValue && isZero(i)) {
                out.append(toml, done, i).append(REPLACEMENT);
                done = zero.end();
                i = done;
            } else {
                track(c);
                i = OpaqueText.next(toml, i);
            }
        }
        return out.append(toml, done, toml.length()).toString();
    }

    /** A key may look like a number, as may the one of a table, whose line has no equals sign. */
    private void track(char c) {
        if (c == '=') {
            inValue = true;
        } else if (inValue && (c == '[' || c == '{')) {
            open++;
        } else if (inValue && (c == ']' || c == '}')) {
            open--;
        } else if (c == '\n' && open == 0) {
            inValue = false;
        }
    }
}
