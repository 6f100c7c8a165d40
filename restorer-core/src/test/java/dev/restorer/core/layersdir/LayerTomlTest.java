package dev.restorer.core.layersdir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.StoreMetadata;
import dev.restorer.api.UnwritableMetadataException;
import dev.restorer.fixtures.TomlMaps;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayerTomlTest {

    private static final LayerId ID = new LayerId("bp", "x");

    private final LayerToml toml = new LayerToml();

    private String write(Metadata metadata, boolean typesOnTop) {
        LayerMetadata layer = LayerMetadata.of("sha256:1")
                .types(LayerTypes.of(false, true, false))
                .metadata(metadata)
                .build();
        return new String(toml.layer(ID, layer, typesOnTop), UTF_8);
    }

    private String write(String json) {
        return write(json(json), false);
    }

    private static Metadata json(String json) {
        byte[] utf8 = json.getBytes(UTF_8);
        return Metadata.json(utf8, 0, utf8.length);
    }

    @Test
    void noMetadataIsAnEmptyFile() {
        assertThat(write(Metadata.none(), false)).isEmpty();
        assertThat(write("null")).isEmpty();
        assertThat(new String(toml.store("bp", new StoreMetadata(Metadata.none())), UTF_8))
                .isEmpty();
    }

    @Test
    void typesComeFirst() {
        assertThat(write(json("{\"a\": 1}"), true))
                .isEqualTo("build = false\nlaunch = true\ncache = false\n[metadata]\na = 1\n");
        assertThat(write(Metadata.none(), true)).isEqualTo("build = false\nlaunch = true\ncache = false\n");
    }

    @Test
    void aTablesValuesComeBeforeItsTables() {
        assertThat(write("{\"t\": {\"u\": {\"c\": 3}, \"b\": 2}, \"a\": 1, \"e\": {}}"))
                .isEqualTo("""
                        [metadata]
                        a = 1
                        [metadata.t]
                        b = 2
                        [metadata.t.u]
                        c = 3
                        [metadata.e]
                        """);
    }

    @Test
    void levelsForWhichTheStackHasNoRoomAreUnwritableMetadata() {
        Metadata deep = json("[".repeat(490) + "]".repeat(490));
        assertThat(write(deep, false)).isNotEmpty(); // and loads all classes
        assertThatThrownBy(() -> onFullStack(0, () -> write(deep, false)))
                .isInstanceOf(UnwritableMetadataException.class)
                .hasMessageContaining("metadata has more levels than the stack of a thread has room for (-Xss)")
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    /** Runs an action where the stack is full, and again and again with a little more room, until it needs no more. */
    private static void onFullStack(int depth, Runnable action) {
        try {
            if (depth < Integer.MAX_VALUE) {
                onFullStack(depth + 1, action);
            }
        } catch (StackOverflowError e) {
            action.run();
        }
    }

    @Test
    void deepTablesOfLongNamesDoNotGrowWithTheSquareOfTheirDepth() {
        String name = "k".repeat(1_000);
        String json = ("{\"" + name + "\":").repeat(400) + "1" + "}".repeat(400);
        String written = write(json);
        assertThat(written.length()).isLessThan(2 * json.length());
        assertThat(TomlMaps.parse(write("{\"a\":" + ("{\"" + name + "\":").repeat(20) + "1" + "}".repeat(20) + "}")
                        .getBytes(UTF_8)))
                .containsKey("metadata");
    }

    @Test
    void tablesInArraysAreInline() {
        assertThat(write("{\"a\": [{\"x\": 1, \"y\": {\"z\": []}}, {}, [1, \"b\"]]}"))
                .isEqualTo("[metadata]\na = [{x = 1, y = {z = []}}, {}, [1, \"b\"]]\n");
    }

    @Test
    void metadataThatIsNotATableIsAValue() {
        assertThat(write("\"text\"")).isEqualTo("metadata = \"text\"\n");
        assertThat(write("[1, 2]")).isEqualTo("metadata = [1, 2]\n");
    }

    @Test
    void aNullIsOmittedWithItsKey() {
        assertThat(write("{\"a\": null, \"b\": [{\"c\": null}]}")).isEqualTo("[metadata]\nb = [{}]\n");
    }

    @Test
    void nullInAnArrayIsAnErrorThatNamesLayerAndKey() {
        assertThatThrownBy(() -> write("{\"a\": {\"b c\": [1, null]}}"))
                .isInstanceOfSatisfying(UnwritableMetadataException.class, e -> {
                    assertThat(e.owner()).isEqualTo("\"bp:x\"");
                    assertThat(e.key()).isEqualTo("metadata.a.\"b c\"[1]");
                })
                .hasMessageStartingWith("Metadata of \"bp:x\" cannot be written: metadata.a.\"b c\"[1] is null");
        assertThat(write("{\"a\": 1}"))
                .as("and the next is as if nothing had been")
                .isEqualTo("[metadata]\na = 1\n");
    }

    @Test
    void wholeNumbersStayWholeAndLargerOnesBecomeFloats() {
        assertThat(write("[3, 9007199254740993, -9223372036854775808, 9223372036854775807, 0]"))
                .isEqualTo("metadata = [3, 9007199254740993, -9223372036854775808, 9223372036854775807, 0]\n");
        assertThat(write("[9223372036854775808, 3.0, 1e2, 1.5e-09]"))
                .isEqualTo("metadata = [9.223372036854776E18, 3.0, 100.0, 1.5E-9]\n");
    }

    /** A whole number has no negative zero, so it was a float, which Go writes in this way. */
    @Test
    void aNegativeZeroIsAFloat() {
        assertThat(write("[-0, -0.0, -0e5]")).isEqualTo("metadata = [-0.0, -0.0, -0.0]\n");
    }

    @Test
    void aNumberLargerThanAnyFloatIsAnError() {
        assertThatThrownBy(() -> write("{\"a\": 1e999}"))
                .isInstanceOf(UnwritableMetadataException.class)
                .hasMessageContaining("metadata.a is larger than any float");
        assertThatThrownBy(() -> write("{\"a\": 1" + "0".repeat(400) + "}"))
                .isInstanceOf(UnwritableMetadataException.class);
    }

    @Test
    void jsonThatIsNotOneValueIsAnError() {
        for (String json : List.of("", " ", "1 2", "{} {}", "[1]]", "null null", "{\"a\": 1, \"a\": 2} {}")) {
            assertThatThrownBy(() -> write(json))
                    .isInstanceOf(UnwritableMetadataException.class)
                    .hasMessageStartingWith("Metadata of \"bp:x\" cannot be written: metadata is not JSON: ");
        }
        assertThat(write(" {\"a\": 1} \n")).isEqualTo("[metadata]\na = 1\n");
    }

    @Test
    void theLastValueOfADuplicateKeyIsUsed() {
        assertThat(write("{\"a\": 1, \"a\": {\"b\": 1, \"b\": 2}}")).isEqualTo("[metadata]\n[metadata.a]\nb = 2\n");
        assertThat(write("[{\"a\": 1, \"a\": 2}]")).isEqualTo("metadata = [{a = 2}]\n");
        assertThat(write(json("{\"a\": 1, \"a\": 2}"), true))
                .contains("launch = true")
                .endsWith("[metadata]\na = 2\n");
    }

    @Test
    void aDuplicateKeyIsDetectedAmongMany() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 100; i++) {
            json.append("\"k").append(i).append("\": 1, ");
        }
        assertThat(TomlMaps.parse(write(json.append("\"k50\": 2}").toString()).getBytes(UTF_8))
                        .toString())
                .contains("k50=2")
                .contains("k99=1");
    }

    @Test
    void unpairedSurrogatesAreReplaced() {
        assertThat(write("{\"a\": \"x\\ud800y\", \"b\": \"\\udfff\"}"))
                .isEqualTo("[metadata]\na = \"x\ufffdy\"\nb = \"\ufffd\"\n");
        assertThat(write(Metadata.of(Map.of("\ud800", 1)), false)).isEqualTo("[metadata]\n\"\ufffd\" = 1\n");
    }

    @Test
    void keysOfLettersDigitsAndDashesAreBareAndOthersQuoted() {
        assertThat(write("{\"azAZ09_-\": 1, \"`\": 1, \"{\": 1, \"@\": 1, \"[\": 1, \"/\": 1, \":\": 1, \"\": 1}"))
                .isEqualTo("""
                        [metadata]
                        azAZ09_- = 1
                        "`" = 1
                        "{" = 1
                        "@" = 1
                        "[" = 1
                        "/" = 1
                        ":" = 1
                        "" = 1
                        """);
    }

    @Test
    void onlyWhatTomlDoesNotAllowIsEscaped() {
        assertThat(write("{\"a\": \" ~\\u001f\\u007f\\u0080\"}"))
                .isEqualTo("[metadata]\na = \" ~\\u001f\\u007f\u0080\"\n");
    }

    @Test
    void datesInAnArrayAreSeparated() {
        LocalDate date = LocalDate.of(2020, 1, 2);
        assertThat(write(Metadata.of(Map.of("a", List.of(date, date))), false))
                .isEqualTo("[metadata]\na = [2020-01-02, 2020-01-02]\n");
    }

    @Test
    void datesAndTimesHaveTheirSeconds() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("offset", OffsetDateTime.parse("1979-05-27T07:32:00Z"));
        values.put("local", LocalDateTime.parse("1979-05-27T07:32:00"));
        values.put("date", LocalDate.parse("1979-05-27"));
        values.put("time", LocalTime.parse("07:32"));
        byte[] written = write(Metadata.of(values), false).getBytes(UTF_8);
        assertThat(new String(written, UTF_8)).contains("time = 07:32:00\n");
        assertThat(TomlMaps.parse(written)).isEqualTo(Map.of("metadata", values));
    }

    @Test
    void floatsThatJsonDoesNotHaveAreUnchanged() {
        assertThat(write(Metadata.of(List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN)), false))
                .isEqualTo("metadata = [inf, -inf, nan]\n");
    }

    @Test
    void tablesAreInTheOrderOfTheirKeysAfterTheirParent() {
        assertThat(write("{\"a\": {\"b\": {\"x\": 1}, \"y\": 2, \"c\": {}}, \"d\": {\"e\": {}}, \"z\": 3}"))
                .isEqualTo("""
                        [metadata]
                        z = 3
                        [metadata.a]
                        y = 2
                        [metadata.a.b]
                        x = 1
                        [metadata.a.c]
                        [metadata.d]
                        [metadata.d.e]
                        """);
    }

    @Test
    void aDocumentDoesNotAffectTheNext() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 1000; i++) {
            json.append("\"k").append(i).append("\": {\"v\": 1}, ");
        }
        write(json.append("\"last\": {}}").toString());
        assertThat(write("{\"a\": {}}")).isEqualTo("[metadata]\n[metadata.a]\n");
    }
}
