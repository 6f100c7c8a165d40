package dev.restorer.core.layersdir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A TOML document that is written value by value, in whatever order they come.
 *
 * <p>TOML wants the plain values of a table before its tables. So each open table keeps both apart, and puts them
 * together when it ends. Tables within arrays are written inline.
 */
final class TomlDocument {

    /** One table that has begun and not yet ended. */
    private static final class Section {
        final StringBuilder values = new StringBuilder();
        final StringBuilder tables = new StringBuilder();
        int pathLength;
    }

    /** Each header has its whole path, so deep tables of long names would grow with the square of their depth. */
    private static final int LONG_PATH = 1024;

    private final List<Section> sections = new ArrayList<>(List.of(new Section()));
    private final StringBuilder path = new StringBuilder();
    private int depth;
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
        int pathLength = path.length();
        if (depth > 0) {
            path.append('.');
        }
        TomlText.key(path, key);
        depth++;
        if (depth == sections.size()) {
            sections.add(new Section());
        }
        sections.get(depth).pathLength = pathLength;
    }

    void endTable() {
        if (inline > 0) {
            endInlineTable();
            return;
        }
        Section ended = sections.get(depth);
        StringBuilder out = sections.get(depth - 1).tables;
        out.append('[').append(path).append("]\n").append(ended.values).append(ended.tables);
        ended.values.setLength(0);
        ended.tables.setLength(0);
        path.setLength(ended.pathLength);
        depth--;
    }

    /** Names the value, or the array, that comes next in a table. */
    void key(String key) {
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

    void bool(boolean value) {
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
        return sections.get(depth).values;
    }

    /** Returns the document in UTF-8, and forgets it. */
    byte[] finish() {
        Section root = sections.get(0);
        byte[] utf8 = root.values.append(root.tables).toString().getBytes(StandardCharsets.UTF_8);
        clear();
        return utf8;
    }

    /** Forgets what was written, finished or not. */
    void clear() {
        for (Section section : sections) {
            section.values.setLength(0);
            section.tables.setLength(0);
        }
        path.setLength(0);
        depth = 0;
        inline = 0;
        first = false;
    }
}
