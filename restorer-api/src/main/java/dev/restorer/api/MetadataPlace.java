package dev.restorer.api;

import org.jspecify.annotations.Nullable;

/**
 * The place of a value in metadata. Its text is built for a message only: a key may have millions of characters, and as
 * many values below it.
 *
 * @param outer the place of the map or list that has the value, or null for the metadata itself
 * @param key the key in a map, or null for an element of a list
 * @param index the index in a list
 */
record MetadataPlace(
        @Nullable MetadataPlace outer, @Nullable String key, int index) {

    static final MetadataPlace TOP = new MetadataPlace(null, "metadata", 0);

    MetadataPlace key(String inner) {
        return new MetadataPlace(this, inner, 0);
    }

    MetadataPlace element(int inner) {
        return new MetadataPlace(this, null, inner);
    }

    /** Returns the keys and indices that lead here, such as {@code metadata.a[1]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (outer != null) {
            outer.append(text);
        }
        if (key == null) {
            text.append('[').append(index).append(']');
        } else {
            text.append(outer == null ? "" : ".").append(key);
        }
    }
}
