package dev.restorer.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MetadataTest {

    @Test
    void numbersBecomeLongOrDouble() {
        assertThat(Metadata.of(List.of(1, (short) 2, (byte) 3, 4L, 1.5f, 2.5, new BigDecimal("0.1"), BigInteger.TEN)))
                .isEqualTo(new Metadata.Value(List.of(1L, 2L, 3L, 4L, 1.5, 2.5, 0.1, 10L)));
        assertThat(Metadata.of(BigInteger.TWO.pow(63))).isEqualTo(new Metadata.Value(0x1p63));
    }

    @Test
    void aNumberLargerThanAnyFloatIsRefusedWithItsPlace() {
        for (Number number : List.of(BigInteger.TEN.pow(400), new BigDecimal("-1e400"))) {
            assertThatThrownBy(() -> Metadata.of(Map.of("a", number)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("metadata.a is larger than any float");
        }
        assertThat(Metadata.of(Double.NEGATIVE_INFINITY)).isEqualTo(new Metadata.Value(Double.NEGATIVE_INFINITY));
        assertThat(Metadata.of(Float.POSITIVE_INFINITY)).isEqualTo(new Metadata.Value(Double.POSITIVE_INFINITY));
    }

    @Test
    void valuesAreCopied() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Metadata metadata = Metadata.of(Map.of("k", list));
        list.add("b");
        assertThat(metadata).isEqualTo(Metadata.of(Map.of("k", List.of("a"))));
    }

    @Test
    void whatTomlCannotHoldIsRefusedWithItsPlace() {
        Map<String, Object> map = new HashMap<>();
        map.put("a", Arrays.asList(1, null));
        assertThatThrownBy(() -> Metadata.of(map))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("metadata.a[1] is null");
        assertThatThrownBy(() -> Metadata.of(Map.of("a", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("metadata.a is a java.lang.Object");
        assertThatThrownBy(() -> Metadata.of(Map.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void datesAndTimesThatTomlDoesNotHaveAreRefused() {
        for (Object value : List.of(
                LocalDate.of(10_000, 1, 1),
                LocalDate.of(-1, 1, 1),
                LocalDateTime.of(10_000, 1, 1, 0, 0),
                OffsetDateTime.of(-1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutesSeconds(1, 2, 3)))) {
            assertThatThrownBy(() -> Metadata.of(Map.of("a", value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("metadata.a is " + value);
        }
    }

    @Test
    void datesAndTimesThatTomlHasAreAccepted() {
        for (Object value : List.of(
                LocalDate.of(0, 1, 1),
                LocalDateTime.of(9999, 12, 31, 23, 59),
                LocalTime.MIDNIGHT,
                OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutes(-18, 0)))) {
            assertThat(Metadata.of(value)).isEqualTo(new Metadata.Value(value));
        }
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theKeyAboveManyValuesMayBeLong() {
        Map<String, Object> map = Map.of("k".repeat(1_000_000), Collections.nCopies(200_000, 1L));
        assertThat(Metadata.of(map)).isInstanceOf(Metadata.Value.class);
    }

    @Test
    void upTo600LevelsAreAcceptedWhateverTheLastContains() {
        for (Object value : List.of(1L, List.of(), Map.of())) {
            boolean isLevel = !(value instanceof Long);
            int around = isLevel ? 599 : 600;
            assertThat(Metadata.of(nested(value, around))).isInstanceOf(Metadata.Value.class);
            assertThatThrownBy(() -> Metadata.of(nested(value, around + 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("metadata has more than 600 levels of maps and lists");
        }
    }

    private static Object nested(Object value, int levels) {
        Object outer = value;
        for (int i = 0; i < levels; i++) {
            outer = i % 2 == 0 ? Map.of("a", outer) : List.of(outer);
        }
        return outer;
    }

    @Test
    void jsonIsItsPartOfTheArray() {
        byte[] array = "xx{}yy{}".getBytes(UTF_8);
        assertThat(Metadata.json(array, 2, 4))
                .hasToString("Metadata.Json[2 bytes]")
                .isEqualTo(Metadata.json(array, 6, 8))
                .hasSameHashCodeAs(Metadata.json(array, 6, 8))
                .isNotEqualTo(Metadata.json(array, 0, 2));
        assertThatThrownBy(() -> Metadata.json(array, 2, 9)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void noTextOfAnObjectContainsTheMetadata() {
        byte[] json = "\"a secret\"".getBytes(UTF_8);
        for (Metadata metadata : List.of(Metadata.of(Map.of("key", "a secret")), Metadata.json(json, 0, json.length))) {
            LayerMetadata layer =
                    LayerMetadata.of("sha256:1").metadata(metadata).build();
            BuildpackMetadata buildpack =
                    new BuildpackMetadata("a/b", Map.of("layer", layer), new StoreMetadata(metadata));
            assertThat(buildpack.toString()).contains("layer").doesNotContain("secret");
        }
    }
}
