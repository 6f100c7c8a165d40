package dev.restorer.core.formats.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.formats.FormatException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomlTimesTest {

    private static Map<String, Object> read(String document) {
        return TomlTable.read(document.getBytes(StandardCharsets.UTF_8)).values();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-02T03:04:05.1234567899Z",
                "2020-01-02t03:04:05.1234567899z",
                "2020-01-02 03:04:05.12345678999999999999Z",
                "2020-01-02T03:04:05.1234567899-00:00"
            })
    void digitsBeyondNanosecondsAreCutOff(String time) {
        assertThat(read("a = " + time)).containsEntry("a", OffsetDateTime.parse("2020-01-02T03:04:05.123456789Z"));
    }

    @Test
    void digitsOfALocalTimeAreCutOff() {
        assertThat(read("a = 07:00:00.1234567899\nb=2020-01-02T03:04:05.0000000009"))
                .containsEntry("a", LocalTime.parse("07:00:00.123456789"))
                .containsEntry("b", LocalDateTime.parse("2020-01-02T03:04:05"));
    }

    @Test
    void digitsAreCutOffInArraysAndInlineTables() {
        LocalTime time = LocalTime.parse("07:00:00.123456789");
        assertThat(read("a = [07:00:00.1234567899,07:00:00.1234567890]\nb = {c=07:00:00.1234567890}"))
                .containsEntry("a", List.of(time, time))
                .containsEntry("b", Map.of("c", time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"07:00:00.1234567890\" = 1",
                "a = '07:00:00.1234567890'",
                "a = \"\\\"07:00:00.1234567890\"",
                "a = '''\n'07:00:00.1234567890\n'''",
                "a = 1 # 07:00:00.1234567890",
                "a.1234567890 = 1.1234567890",
                "a = 07:00:00.123456789"
            })
    void otherTextIsKept(String text) {
        assertThat(TomlTimes.adapt(text)).isSameAs(text);
        assertThat(TomlTimes.adapt(text + "\nb = 08:00:00.1234567890")).isEqualTo(text + "\nb = 08:00:00.123456789");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = 25:00:00.1234567890",
                "a = 07:00:000000000000",
                "a = 7:00:00.1234567890",
                "a = 123:00:00.1234567890",
                "a = 07:00:00.1234567890:00:00.1234567890",
                "07:00:00.1234567890 = 1",
                ":00:00.1234567890",
                "a = 07:00:00.1234567890 b"
            })
    void whatIsNotATimeRemainsAnError(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(FormatException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02T03:04:05+19:00, 2020-01-02T02:04:05+18:00",
        "2020-01-02t03:04:05.5-18:01, 2020-01-02T03:05:05.5-18:00",
        "2020-01-01 00:00:00.1234567899+23:59, 2019-12-31T18:01:00.123456789+18:00"
    })
    void anOffsetThatIsTooLargeIsReplacedByTheLargestOneAtTheSameInstant(String time, String sameInstant) {
        assertThat(read("a = [" + time + "," + time + "]"))
                .containsEntry("a", List.of(OffsetDateTime.parse(sameInstant), OffsetDateTime.parse(sameInstant)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-30T03:04:05+19:00",
                "2020-01-02T03:04:05+24:00",
                "2020-01-02T03:04:05+19:60",
                "2020-01-02T03:04:05123+19:00",
                "2020-01-02T03:04:05.+19:00",
                "03:04:05+19:00",
                "0000-01-01T00:00:00+19:00",
                "12020-01-02T03:04:05+19:00"
            })
    void aTimeThatDoesNotExistIsAnErrorWithAnyOffset(String time) {
        assertThatThrownBy(() -> read("a = " + time)).isInstanceOf(FormatException.class);
    }
}
