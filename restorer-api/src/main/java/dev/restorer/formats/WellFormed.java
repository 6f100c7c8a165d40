package dev.restorer.formats;

/** Replaces unpaired surrogates, which JSON may contain and UTF-8 cannot encode. The lifecycle replaces them too. */
public final class WellFormed {

    private static final char REPLACEMENT = '\ufffd';

    private WellFormed() {}

    /**
     * Replaces each unpaired surrogate by U+FFFD.
     *
     * @param text any text
     * @return the text, which is the same if it has none
     */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
