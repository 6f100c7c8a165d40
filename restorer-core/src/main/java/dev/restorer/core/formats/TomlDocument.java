package dev.restorer.core.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A TOML document that is written value by value, in whatever order they come.
 *
 * <p>TOML wants the plain values of a table before its tables. So the values of each table are kept by themselves, and
 * all are put together once, at the end of the document. Tables within arrays are written inline.
 */
public final class TomlDocument {

    /** Makes an empty document. */
    public TomlDocument() {}

    /** One table, with the first and the last of the tables in it, and the one that follows it. */
    private static final class Table {
        final StringBuilder header = new StringBuilder();
        final StringBuilder values = new StringBuilder();
        int outerPathLength;

        @Nullable
        Table outer;

        @Nullable
        Table firstInner;

        @Nullable
        Table lastInner;

        @Nullable
        Table next;

        void reset(@Nullable Table newOuter) {
            header.setLength(0);
            values.setLength(0);
            outer = newOuter;
            firstInner = null;
            lastInner = null;
            next = null;
        }

        void add(Table inner) {
            if (lastInner == null) {
                firstInner = inner;
            } else {
                lastInner.next = inner;
            }
            lastInner = inner;
        }

        /** The depth is bounded by the length of a path. */
        void appendTo(StringBuilder out) {
            out.append(header).append(values);
            for (Table inner = firstInner; inner != null; inner = inner.next) {
                inner.appendTo(out);
            }
        }
    }

    /** Most documents have fewer tables; those of one that has more are not kept for the next. */
    private static final int MAX_KEPT_TABLES = 100;

    /** Each header has its whole path, so deep tables of long names would grow with the square of their depth. */
    private static final int LONG_PATH = 1024;

    private final Table root = new Table();
    private final List<Table> kept = new ArrayList<>();
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder out = new StringBuilder();
    private Table open = root;
    private int used;
    private int inline;
    private boolean first;

    /** Begins a table under a key; its values follow, until it ends. Inline where an array is open. */
    void beginTable(String key) {
        if (inline > 0) {
            inlineKey(key);
            beginInlineTable();
            return;
        }
        if (path.length() > LONG_PATH) {
            key(key);
            beginInlineTable();
            return;
        }
        Table table = nextTable();
        table.reset(open);
        table.outerPathLength = path.length();
        if (open != root) {
            path.append('.');
        }
        TomlText.key(path, key);
        table.header.append('[').append(path).append("]\n");
        open.add(table);
        open = table;
    }

    private Table nextTable() {
        if (used == kept.size()) {
            kept.add(new Table());
        }
        return kept.get(used++);
    }

    void endTable() {
        if (inline > 0) {
            endInlineTable();
            return;
        }
        path.setLength(open.outerPathLength);
        open = Objects.requireNonNull(open.outer);
    }

    /**
     * Names the value, or the array, that comes next in a table.
     *
     * @param key its key
     */
    public void key(String key) {
        if (inline > 0) {
            inlineKey(key);
        } else {
            TomlText.key(values(), key);
            values().append(" = ");
        }
    }

    private void inlineKey(String key) {
        separate();
        TomlText.key(values(), key);
        values().append(" = ");
        first = true; // what follows is no element of its own
    }

    void beginArray() {
        separate();
        inline++;
        values().append('[');
        first = true;
    }

    void endArray() {
        inline--;
        values().append(']');
        end();
    }

    /** Begins a table that is an element of an array. */
    void beginInlineTable() {
        separate();
        inline++;
        values().append('{');
        first = true;
    }

    void endInlineTable() {
        inline--;
        values().append('}');
        end();
    }

    void string(String value) {
        separate();
        TomlText.string(values(), value);
        end();
    }

    void integer(long value) {
        separate();
        values().append(value);
        end();
    }

    void floating(double value) {
        separate();
        TomlText.floating(values(), value);
        end();
    }

    /**
     * Writes a boolean.
     *
     * @param value the boolean
     */
    public void bool(boolean value) {
        separate();
        values().append(value);
        end();
    }

    void dateOrTime(Object value) {
        separate();
        TomlText.dateOrTime(values(), value);
        end();
    }

    private void separate() {
        if (inline > 0 && !first) {
            values().append(", ");
        }
    }

    private void end() {
        first = false;
        if (inline == 0) {
            values().append('\n');
        }
    }

    private StringBuilder values() {
        return open.values;
    }

    /**
     * Ends the document, and begins an empty one.
     *
     * @return the document in UTF-8
     */
    public byte[] finish() {
        root.appendTo(out);
        byte[] utf8 = out.toString().getBytes(StandardCharsets.UTF_8);
        clear();
        return utf8;
    }

    /** Forgets what was written, finished or not. */
    public void clear() {
        root.reset(null);
        if (used > MAX_KEPT_TABLES) {
            kept.subList(MAX_KEPT_TABLES, kept.size()).clear();
        }
        used = 0;
        open = root;
        out.setLength(0);
        path.setLength(0);
        inline = 0;
        first = false;
    }
}
