package dev.restorer.core.layersdir;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts JSON values to the expected values of TOML. */
final class ExpectedToml {

    private ExpectedToml() {}

    /** Converts integers beyond 64 bits to floats, and nothing else. */
    static Object of(Object value) {
        if (value instanceof BigInteger big) {
            return big.doubleValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ExpectedToml::of).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> expected = new LinkedHashMap<>();
            map.forEach((key, element) -> expected.put(key, of(element)));
            return expected;
        }
        return value;
    }
}
