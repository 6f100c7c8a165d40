package dev.restorer.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies Java values, and converts numbers to the types that metadata may have. */
final class MetadataValues {

    /** More levels than the metadata of any buildpack has, and few enough for any stack. */
    private static final int MAX_LEVELS = 600;

    private MetadataValues() {}

    static Object copy(@Nullable Object value) {
        return copy(value, MetadataPlace.TOP, MAX_LEVELS);
    }

    private static Object copy(@Nullable Object value, MetadataPlace place, int levels) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof OffsetDateTime
                || value instanceof LocalDateTime
                || value instanceof LocalDate
                || value instanceof LocalTime) {
            MetadataTimes.require((Temporal) value, place);
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return copyMap(map, place, below(levels));
        }
        if (value instanceof List<?> list) {
            return copyList(list, place, below(levels));
        }
        if (value instanceof Number number) {
            return copyNumber(number, place);
        }
        throw new IllegalArgumentException(place + " is "
                + (value == null ? "null" : "a " + value.getClass().getName()) + ", which metadata cannot hold");
    }

    private static int below(int levels) {
        if (levels == 0) {
            throw new IllegalArgumentException("metadata has more than " + MAX_LEVELS + " levels of maps and lists");
        }
        return levels - 1;
    }

    private static Object copyMap(Map<?, ?> map, MetadataPlace place, int levels) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException(place + " has a key that is not a string: " + entry.getKey());
            }
            copy.put(key, copy(entry.getValue(), place.key(key), levels));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyList(List<?> list, MetadataPlace place, int levels) {
        List<Object> copy = new ArrayList<>(list.size());
        for (Object element : list) {
            copy.add(copy(element, place.element(copy.size()), levels));
        }
        return Collections.unmodifiableList(copy);
    }

    private static Object copyNumber(Number number, MetadataPlace place) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? (Object) big.longValue() : (Object) finite(big.doubleValue(), place);
        }
        if (number instanceof BigDecimal) {
            return finite(number.doubleValue(), place);
        }
        if (number instanceof Float) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                place + " is a " + number.getClass().getName() + ", which metadata cannot hold");
    }

    private static double finite(double number, MetadataPlace place) {
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException(place + " is larger than any float");
        }
        return number;
    }
}
