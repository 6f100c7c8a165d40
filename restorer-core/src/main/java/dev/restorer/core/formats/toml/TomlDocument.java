package dev.restorer.core.formats.toml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A TOML document to which values are written in any order.
 *
 * <p>TOML requires the simple values of a table before its tables. The values of each table are therefore collected
 * separately, and concatenated once at the end of the document. Tables in arrays are written inline.
 */
public final class TomlDocument {

    /** The maximum number of table buffers that are reused for the next document. */
    private static final int MAX_KEPT_TABLES = 100;

    /**
     * The length of a path beyond which tables are written inline: each header repeats the path, so the size would grow
     * with the square of the depth.
     */
    private static final int LONG_PATH = 1024;

    private final TableText root = new TableText();
    private final List<TableText> kept = new ArrayList<>();
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder out = new StringBuilder();
    private TableText open = root;
    private int used;
    private int inline;
    private boolean first;

    /** Creates an empty document. */
    public TomlDocument() {}

    /** Begins a table with a key. Its values follow until {@link #endTable()}. In an array it is written inline. */
    public void beginTable(String key) {
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
        TableText table = nextTable();
        table.reset(open, path.length());
        if (open != root) {
            path.append('.');
        }
        TomlText.key(path, key);
        table.header(path);
        open.add(table);
        open = table;
    }

    private TableText nextTable() {
        if (used == kept.size()) {
            kept.add(new TableText());
        }
        return kept.get(used++);
    }

    public void endTable() {
        if (inline > 0) {
            endInlineTable();
            return;
        }
        path.setLength(open.outerPathLength());
        open = open.outer();
    }

    /**
     * Writes the key of the value or array that follows.
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
        first = true; // the value that follows is not a new element
    }

    public void beginArray() {
        separate();
        inline++;
        values().append('[');
        first = true;
    }

    public void endArray() {
        inline--;
        values().append(']');
        end();
    }

    /** Begins a table that is an element of an array. */
    public void beginInlineTable() {
        separate();
        inline++;
        values().append('{');
        first = true;
    }

    public void endInlineTable() {
        inline--;
        values().append('}');
        end();
    }

    public void string(String value) {
        separate();
        TomlText.string(values(), value);
        end();
    }

    public void integer(long value) {
        separate();
        values().append(value);
        end();
    }

    public void floating(double value) {
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
        return open.values();
    }

    /**
     * Ends the document, and begins a new one.
     *
     * @return the document in UTF-8
     */
    public byte[] finish() {
        root.appendTo(out);
        byte[] utf8 = out.toString().getBytes(StandardCharsets.UTF_8);
        clear();
        return utf8;
    }

    /** Discards what was written, finished or not. */
    public void clear() {
        root.reset(null, 0);
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
