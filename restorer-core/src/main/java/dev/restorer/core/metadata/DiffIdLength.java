package dev.restorer.core.metadata;

import dev.restorer.core.formats.LimitException;

/**
 * The limit of a diff id that is read. That of a layer has 71 characters. A SHA store need not be able to keep one of
 * millions, and would then fail when the restore has begun.
 */
final class DiffIdLength {

    private static final int MAX_CHARACTERS = 100_000;

    private DiffIdLength() {}

    /** Returns a diff id that does not exceed the limit. */
    static String require(String diffId) {
        if (diffId.length() > MAX_CHARACTERS) {
            throw new LimitException("the sha of a layer has more than " + MAX_CHARACTERS + " characters, the limit");
        }
        return diffId;
    }
}
