package dev.restorer.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: at spaces, and a word that is longer than a line where the line ends. */
public final class Wrapped {

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final int columnsOfOthers;

    /** The maximum number of columns of the current line, and how many of them have text. */
    private int columns;

    private int used;

    private Wrapped(int columnsOfFirst, int columnsOfOthers) {
        this.columns = columnsOfFirst;
        this.columnsOfOthers = columnsOfOthers;
    }

    /**
     * Breaks a text into lines.
     *
     * @param text a text without control characters
     * @param columns the maximum number of columns of a line, at least two
     * @return the lines, without an indentation; at least one
     */
    public static List<String> lines(String text, int columns) {
        return lines(text, columns, columns);
    }

    private static List<String> lines(String text, int first, int others) {
        Wrapped wrapped = new Wrapped(first, others);
        for (String word : text.split(" ", -1)) {
            wrapped.add(word);
        }
        if (!wrapped.line.isEmpty() || wrapped.lines.isEmpty()) {
            wrapped.endLine();
        }
        return wrapped.lines;
    }

    private void add(String word) {
        if (!line.isEmpty() && used + 1 + widthUpTo(word, columns) > columns) {
            endLine();
        }
        if (line.isEmpty()) {
            startLine(word);
        } else {
            append(" ");
            append(word);
        }
    }

    /** Starts a line with a word, and others where the word does not fit. */
    private void startLine(String word) {
        int from = 0;
        for (int end = end(word, from, columns); end < word.length(); end = end(word, from, columns)) {
            append(word.substring(from, end));
            endLine();
            from = end;
        }
        append(word.substring(from));
    }

    private void append(String text) {
        line.append(text);
        used += DisplayWidth.of(text);
    }

    private void endLine() {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
        columns = columnsOfOthers;
    }

    /** Returns the width of a word, or more than the columns if it does not fit. A word may be very long. */
    private static int widthUpTo(String word, int columns) {
        return end(word, 0, columns) < word.length() ? columns + 1 : DisplayWidth.of(word);
    }

    /** Returns the index of the first character that does not fit. */
    private static int end(String word, int from, int columns) {
        int width = 0;
        int end = from;
        while (end < word.length()) {
            int codePoint = word.codePointAt(end);
            width += DisplayWidth.of(codePoint);
            if (width > columns) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /**
     * Breaks a text into lines of a paragraph.
     *
     * @param text a text without control characters
     * @param columns the maximum number of columns of a line
     * @param first the start of the first line
     * @param indent the start of the other lines
     * @return the lines; at least one
     */
    public static List<String> paragraph(String text, int columns, String first, String indent) {
        List<String> lines = lines(
                text, Math.max(2, columns - DisplayWidth.of(first)), Math.max(2, columns - DisplayWidth.of(indent)));
        List<String> paragraph = new ArrayList<>(lines.size());
        for (String line : lines) {
            paragraph.add((paragraph.isEmpty() ? first : indent) + line);
        }
        return paragraph;
    }
}
