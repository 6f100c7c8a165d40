package dev.restorer.core.layersdir;

import java.math.BigInteger;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Values of JSON, except nulls in arrays, which TOML does not support. */
final class JsonArbitraries {

    private JsonArbitraries() {}

    static Arbitrary<Object> values() {
        return values(3);
    }

    /** The depth is limited, since unlimited nesting would take unlimited time to generate. */
    private static Arbitrary<Object> values(int depth) {
        if (depth == 0) {
            return scalars();
        }
        return Arbitraries.frequencyOf(
                Tuple.of(3, scalars()),
                Tuple.of(1, values(depth - 1).list().ofMaxSize(4).map(list -> (Object) list)),
                Tuple.of(1, tables(depth - 1).map(map -> (Object) map)));
    }

    static Arbitrary<Map<String, Object>> tables() {
        return tables(3);
    }

    private static Arbitrary<Map<String, Object>> tables(int depth) {
        return Arbitraries.maps(text(), values(depth)).ofMaxSize(5);
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                text().map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, -1L, 9007199254740993L)
                        .map(number -> (Object) number),
                Arbitraries.bigIntegers()
                        .between(BigInteger.ONE.shiftLeft(63), BigInteger.TEN.pow(300))
                        .map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(true, false).map(bool -> (Object) bool));
    }

    /** Plain keys, and keys with characters that must be quoted or escaped. */
    static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().numeric().withChars('-', '_').ofMaxLength(8),
                Arbitraries.strings().withCharRange('\0', '\u0100').ofMaxLength(8),
                Arbitraries.strings().withCharRange('\u0100', '\ud7ff').ofMaxLength(8),
                Arbitraries.of(
                        "", ".", "a.b", "\"", "'", "\\", "# no comment", "[x]", "😀", "\u0085", "\u2028", "\r\n"));
    }
}
