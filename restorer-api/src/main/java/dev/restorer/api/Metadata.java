package dev.restorer.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * What a buildpack noted in the {@code [metadata]} of a layer or of its store: any value that TOML can hold.
 *
 * <p>Metadata that was read from JSON stays JSON until it is written or asked for, so that 100,000 layers fit into
 * memory; {@link dev.restorer.MetadataReader#value} turns it into Java values.
 *
 * @since 0.1
 */
public sealed interface Metadata {

    /**
     * Returns the absence of metadata, which writes no {@code metadata} key at all.
     *
     * @return no metadata
     */
    static Metadata none() {
        return None.NONE;
    }

    /**
     * Returns metadata of Java values.
     *
     * @param value a {@link String}, {@link Boolean}, number, {@link java.time.OffsetDateTime},
     *     {@link java.time.LocalDateTime}, {@link java.time.LocalDate}, {@link java.time.LocalTime}, a list of such
     *     values, or a map from strings to such values. It is copied. Whole numbers become {@link Long}, or
     *     {@link Double} beyond 64 bits; other numbers become {@link Double}
     * @return the metadata
     * @throws IllegalArgumentException if there is a null or a value of another type in it, whose place the message
     *     has, or it has more than 600 levels
     */
    static Metadata of(Object value) {
        return new Value(value);
    }

    /**
     * Returns metadata that stands as JSON in a part of an array.
     *
     * @param utf8 the array, which is shared and must not change any more
     * @param from where the JSON value starts
     * @param to where it has ended
     * @return the metadata
     * @throws IndexOutOfBoundsException if the part is not in the array
     */
    static Metadata json(byte[] utf8, int from, int to) {
        Objects.checkFromToIndex(from, to, utf8.length);
        return new Json(utf8, from, to);
    }

    /** No metadata. */
    enum None implements Metadata {
        /** The only one. */
        NONE
    }

    /**
     * Metadata as Java values.
     *
     * @param value a {@link String}, {@link Long}, {@link Double}, {@link Boolean}, one of the four date and time
     *     types, an unmodifiable {@link java.util.List} or an unmodifiable {@link Map} in the order it was given
     */
    record Value(Object value) implements Metadata {

        /** Copies the value and checks it, as {@link Metadata#of} does. */
        public Value {
            value = MetadataValues.copy(value, "metadata");
        }
    }

    /** Metadata as a part of a JSON text in UTF-8. Two are equal if they are the same bytes. */
    final class Json implements Metadata {
        private final byte[] utf8;
        private final int from;
        private final int to;

        private Json(byte[] utf8, int from, int to) {
            this.utf8 = utf8;
            this.from = from;
            this.to = to;
        }

        /**
         * Returns the array that holds the JSON.
         *
         * @return the array itself, which must not be changed
         */
        public byte[] array() {
            return utf8;
        }

        /**
         * Returns where the value starts in the array.
         *
         * @return the index of the first byte
         */
        public int offset() {
            return from;
        }

        /**
         * Returns how long the value is.
         *
         * @return the number of bytes
         */
        public int length() {
            return to - from;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Json json && java.util.Arrays.equals(utf8, from, to, json.utf8, json.from, json.to);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + utf8[i];
            }
            return hash;
        }

        /** Returns the JSON text. */
        @Override
        public String toString() {
            return new String(utf8, from, to - from, StandardCharsets.UTF_8);
        }
    }
}
