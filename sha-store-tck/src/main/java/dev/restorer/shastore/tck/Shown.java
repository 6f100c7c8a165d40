package dev.restorer.shastore.tck;

import dev.restorer.api.Quoted;
import org.jspecify.annotations.Nullable;

/** Formats text for messages, so that different texts never look the same. */
final class Shown {

    /** The text for a layer without a diff id. */
    static final String NONE = "none";

    private Shown() {}

    /** Quotes text as {@link Quoted} does, but formats each unpaired surrogate as its code. */
    static String text(String text) {
        if (!Surrogates.areIn(text)) {
            return Quoted.quote(text);
        }
        StringBuilder shown = new StringBuilder().append('"');
        text.codePoints()
                .forEach(codePoint ->
                        shown.append(Surrogates.isUnpaired(codePoint) ? unpaired(codePoint) : whole(codePoint)));
        return shown.append('"').toString();
    }

    private static String unpaired(int codePoint) {
        return "\\u%04x".formatted(codePoint);
    }

    private static String whole(int codePoint) {
        String quoted = Quoted.quote(Character.toString(codePoint));
        return quoted.substring(1, quoted.length() - 1);
    }

    static String diffId(@Nullable String diffId) {
        return diffId == null ? NONE : text(diffId);
    }

    /** Formats a layer as {@link dev.restorer.api.LayerId} does. */
    static String layer(String buildpackId, String layer) {
        return text(buildpackId + ":" + layer);
    }
}
