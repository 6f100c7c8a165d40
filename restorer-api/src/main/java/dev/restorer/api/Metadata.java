package dev.restorer.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code [metadata]} table of a layer or of a {@code store.toml}: any value that TOML can express.
 *
 * <p>Metadata that was read from JSON is kept as JSON until it is written or converted, so that the metadata of 100,000
 * layers fits into memory; {@link dev.restorer.MetadataReader#value} converts it into Java values.
 *
 * @since 0.1
 */
public sealed interface Metadata {

    /**
     * Returns metadata that is absent: no {@code metadata} key is written for it.
     *
     * @return no metadata
     */
    static Metadata none() {
        return None.NONE;
    }

    /**
     * Returns metadata that consists of Java values.
     *
     * @param value a {@link String}, {@link Boolean}, number, {@link java.time.OffsetDateTime},
     *     {@link java.time.LocalDateTime}, {@link java.time.LocalDate}, {@link java.time.LocalTime}, a list of such
     *     values, or a map from strings to such values. It is copied. Whole numbers become {@link Long}, or
     *     {@link Double} beyond 64 bits; other numbers become {@link Double}
     * @return the metadata
     * @throws NullPointerException if value is null
     * @throws IllegalArgumentException if it contains null, a value of another type, a number that is larger than any
     *     {@link Double}, or a date or time that TOML does not have (a year before 0 or after 9999, an offset from UTC
     *     with seconds), whose place the message names; or if it is nested deeper than 600 levels
     */
    static Metadata of(Object value) {
        return new Value(value);
    }

    /**
     * Returns metadata that is kept as JSON in a range of an array. It is parsed when it is written or converted, and
     * if it is not one JSON value, that fails.
     *
     * @param utf8 the array; it is not copied, so the caller must not change it afterwards
     * @param from the index of the first byte of the JSON value
     * @param to the index after its last byte
     * @return the metadata
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    static Metadata json(byte[] utf8, int from, int to) {
        Objects.checkFromToIndex(from, to, utf8.length);
        return new Json(utf8, from, to);
    }

    /**
     * No metadata.
     *
     * @since 0.1
     */
    enum None implements Metadata {
        /** The only instance. */
        NONE
    }

    /**
     * Metadata as Java values.
     *
     * @param value a {@link String}, {@link Long}, {@link Double}, {@link Boolean}, one of the four date and time
     *     types, an unmodifiable {@link java.util.List}, or an unmodifiable {@link Map} that keeps the order in which
     *     it was given. Use {@link Metadata#of} to create it
     * @since 0.1
     */
    record Value(Object value) implements Metadata {

        /**
         * Copies the value, and converts and checks it, as {@link Metadata#of} does.
         *
         * @param value a value that {@link Metadata#of} accepts
         * @throws NullPointerException if value is null
         * @throws IllegalArgumentException if {@link Metadata#of} throws it
         */
        public Value {
            value = MetadataValues.copy(Objects.requireNonNull(value, "value"));
        }

        /** Returns a text without the value, which may hold a secret. */
        @Override
        public String toString() {
            return "Metadata.Value";
        }
    }

    /**
     * Metadata as a range of a JSON text in UTF-8. Two instances are equal if their bytes are equal.
     *
     * @since 0.1
     */
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
         * Returns the offset of the value in the array.
         *
         * @return the index of the first byte
         */
        public int offset() {
            return from;
        }

        /**
         * Returns the length of the value.
         *
         * @return the number of bytes
         */
        public int length() {
            return to - from;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Json json && Arrays.equals(utf8, from, to, json.utf8, json.from, json.to);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + utf8[i];
            }
            return hash;
        }

        /** Returns the number of bytes. The JSON is left out, since it may hold a secret. */
        @Override
        public String toString() {
            return "Metadata.Json[" + length() + " bytes]";
        }
    }
}
