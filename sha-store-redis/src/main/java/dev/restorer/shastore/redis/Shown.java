package dev.restorer.shastore.redis;

import dev.restorer.api.Quoted;

/** Makes text that others wrote fit to be shown. */
final class Shown {

    private static final int MOST = 200;

    private Shown() {}

    static String text(String text) {
        return Quoted.quote(text.length() <= MOST ? text : text.substring(0, MOST) + "…");
    }
}
