package dev.restorer.cli.table;

import dev.restorer.cli.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A table with headings, whose columns are as wide as their widest cell. */
final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;

    /**
     * Creates a table.
     *
     * @param headings the names of the columns
     */
    Table(String... headings) {
        widths = new int[headings.length];
        row(headings);
    }

    /**
     * Adds a row.
     *
     * @param cells the text for each column
     */
    void row(String... cells) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], DisplayWidth.of(cells[column]));
        }
        rows.add(List.of(cells));
    }

    /**
     * Prints the table line by line.
     *
     * @param to receives the lines
     */
    void print(Consumer<String> to) {
        rows.forEach(row -> to.accept(line(row)));
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(DisplayWidth.pad(row.get(column), widths[column])).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
