package dev.restorer.core.formats.toml;

import dev.restorer.core.formats.LimitException;
import dev.restorer.core.formats.ReadLimits;

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
            i = OpaqueText.next(toml, i);
        }
    }
}
