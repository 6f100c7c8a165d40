package dev.restorer.core.formats.toml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the times of a TOML document that TOML allows and {@code java.time} cannot hold: digits beyond nanoseconds
 * are cut off, as TOML requires, and an offset that is too large is replaced ({@link WideOffset}). Text that is not
 * TOML does not become TOML.
 */
final class TomlTimes {

    /** Its groups are the digits up to nanoseconds, and those beyond them. */
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d:\\d\\d(?:\\.(\\d{1,9})(\\d*))?");

    /** The length of a date and the character after it. */
    private static final int DATE = 11;

    private final String toml;
    private final Matcher time;
    private final Matcher wideOffset;
    private final StringBuilder out = new StringBuilder();
    private int done;

    private TomlTimes(String toml) {
        this.toml = toml;
        this.time = TIME.matcher(toml);
        this.wideOffset = WideOffset.matcher(toml);
    }

    /**
     * Rewrites such times.
     *
     * @param toml the document
     * @return the document, which is the same if it has none
     */
    static String adapt(String toml) {
        return new TomlTimes(toml).adapt();
    }

    /** Only strings, comments and times contain colons. */
    private String adapt() {
        int i = 0;
        while (i < toml.length()) {
            i = toml.charAt(i) == ':' ? afterTime(i) : OpaqueText.next(toml, i);
        }
        return done == 0 ? toml : out.append(toml, done, toml.length()).toString();
    }

    private int afterTime(int firstColon) {
        int start = firstColon - 2;
        if (start < done || !time.region(start, toml.length()).lookingAt()) {
            return firstColon + 1;
        }
        if (moved(start - DATE)) {
            return done;
        }
        if (time.start(2) < time.end(2)) {
            replace(time.start(2), time.end(2), "");
        }
        return time.end();
    }

    private boolean moved(int date) {
        if (date < done || !wideOffset.region(date, toml.length()).lookingAt()) {
            return false;
        }
        String replacement = WideOffset.replacement(wideOffset);
        if (replacement != null) {
            replace(date, wideOffset.end(), replacement);
        }
        return replacement != null;
    }

    private void replace(int from, int to, String replacement) {
        out.append(toml, done, from).append(replacement);
        done = to;
    }
}
