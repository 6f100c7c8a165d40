package dev.restorer.images.reference;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ImageReferenceException;

/** Scans the text of a reference, and creates exceptions with the position of an error. */
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

    String textSince(int start) {
        return text.substring(start, index);
    }

    boolean atEnd() {
        return index == text.length();
    }

    /** Returns the character at the current position, or -1 at the end. */
    int current() {
        return atEnd() ? END : text.charAt(index);
    }

    void next() {
        index++;
    }

    /** Advances and returns true if a character is at the current position. */
    boolean accept(char c) {
        boolean isPresent = current() == c;
        index += isPresent ? 1 : 0;
        return isPresent;
    }

    boolean isLowerOrDigit() {
        int c = current();
        return (c >= 'a' && c <= 'z') || isDigit();
    }

    boolean isUpper() {
        int c = current();
        return c >= 'A' && c <= 'Z';
    }

    boolean isDigit() {
        int c = current();
        return c >= '0' && c <= '9';
    }

    boolean isLetterOrDigit() {
        return isLowerOrDigit() || isUpper();
    }

    boolean isWord() {
        return isLetterOrDigit() || current() == '_';
    }

    /** Returns an exception for the current position. */
    ImageReferenceException expected(String what) {
        String found =
                atEnd() ? "the text ends" : "there is " + Quoted.quote(Character.toString(text.codePointAt(index)));
        return invalid(index, found + ", but " + what + " is expected");
    }

    ImageReferenceException invalid(int index, String problem) {
        return new ImageReferenceException(text, index, problem, remedy);
    }
}
