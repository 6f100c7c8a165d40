package dev.restorer.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: at spaces, and a word that is longer than a line where the line ends. */
public final class Wrapped {

    private Wrapped() {}

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
        int columns = first;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ", -1)) {
            int width = widthUpTo(word, columns);
            if (!line.isEmpty() && used + 1 + width > columns) {
                lines.add(line.toString());
                line.setLength(0);
                columns = others;
            }
            int from = 0;
            if (line.isEmpty()) {
                for (int end = end(word, 0, columns); end < word.length(); end = end(word, from, columns)) {
                    lines.add(word.substring(from, end));
                    from = end;
                    columns = others;
                }
                used = 0;
            } else {
                line.append(' ');
                used++;
            }
            line.append(word, from, word.length());
            used += DisplayWidth.of(word.substring(from));
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
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
