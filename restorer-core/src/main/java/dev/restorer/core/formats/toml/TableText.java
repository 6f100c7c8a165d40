package dev.restorer.core.formats.toml;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The text of one table of a TOML document: its header, its simple values, and the tables in it. */
final class TableText {

    private final StringBuilder header = new StringBuilder();
    private final StringBuilder values = new StringBuilder();

    private @Nullable TableText outer;
    private int outerPathLength;

    private @Nullable TableText firstInner;
    private @Nullable TableText lastInner;

    /** The table that follows this one in the outer table. */
    private @Nullable TableText next;

    /**
     * Begins another table with the buffers of this one.
     *
     * @param newOuter the table that it is in, or null for the document itself
     * @param newOuterPathLength the length of the path of that table
     */
    void reset(@Nullable TableText newOuter, int newOuterPathLength) {
        header.setLength(0);
        values.setLength(0);
        outer = newOuter;
        outerPathLength = newOuterPathLength;
        firstInner = null;
        lastInner = null;
        next = null;
    }

    void header(CharSequence path) {
        header.append('[').append(path).append("]\n");
    }

    StringBuilder values() {
        return values;
    }

    TableText outer() {
        return Objects.requireNonNull(outer);
    }

    int outerPathLength() {
        return outerPathLength;
    }

    void add(TableText inner) {
        if (lastInner == null) {
            firstInner = inner;
        } else {
            lastInner.next = inner;
        }
        lastInner = inner;
    }

    /** Appends the whole table. Recursive: the document limits the depth, by the length of paths. */
    void appendTo(StringBuilder out) {
        out.append(header).append(values);
        for (TableText inner = firstInner; inner != null; inner = inner.next) {
            inner.appendTo(out);
        }
    }
}
