package dev.restorer.images.reference;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ImageReferenceException;

/** Goes through the text of a reference, and tells where it is wrong. */
final class Scanner {

    private static final int END = -1;

    private final String text;
    private final String remedy;
    private int index;

    Scanner(String text, String remedy) {
        this.text = text;
        this.remedy = remedy;
    }

    int index() {
        return index;
    }

    String since(int start) {
        return text.substring(start, index);
    }

    boolean atEnd() {
        return index == text.length();
    }

    /** Returns the character that stands here, or -1 at the end. */
    int here() {
        return atEnd() ? END : text.charAt(index);
    }

    void next() {
        index++;
    }

    /** Passes over a character if it stands here. */
    boolean took(char c) {
        boolean stands = here() == c;
        index += stands ? 1 : 0;
        return stands;
    }

    boolean isLowerOrDigit() {
        int c = here();
        return (c >= 'a' && c <= 'z') || isDigit();
    }

    boolean isUpper() {
        int c = here();
        return c >= 'A' && c <= 'Z';
    }

    boolean isDigit() {
        int c = here();
        return c >= '0' && c <= '9';
    }

    boolean isLetterOrDigit() {
        return isLowerOrDigit() || isUpper();
    }

    boolean isWord() {
        return isLetterOrDigit() || here() == '_';
    }

    /** Says what is expected here, and what there is instead. */
    ImageReferenceException expected(String what) {
        String stands = atEnd() ? "it ends" : "stands " + Quoted.quote(Character.toString(text.codePointAt(index)));
        return wrong(index, stands + ", and " + what + " is expected");
    }

    ImageReferenceException wrong(int where, String problem) {
        return new ImageReferenceException(text, where, problem, remedy);
    }
}
