package dev.restorer.core.contents;

import java.util.regex.Pattern;

/** Contents cannot be restored: they are missing, damaged, too much, or lead where no layer may. */
public final class CondemnedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The words may hold names out of a tar, or what anybody's stream says: what breaks lines or turns them about. */
    private static final Pattern LINE_BREAKING =
            Pattern.compile("[\\p{IsControl}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]+");

    CondemnedException(String cause) {
        super(LINE_BREAKING.matcher(cause).replaceAll(" "));
    }

    /**
     * Returns why.
     *
     * @return words for a person, in one line
     */
    public String words() {
        return String.valueOf(getMessage());
    }
}
