package dev.restorer.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.core.engine.FileMetadataReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TomlFilesTest {

    private final MetadataReader reader = new FileMetadataReader();

    @TempDir
    Path directory;

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("file.toml"), content);
    }

    private LayerMetadata analyzedLayer(String metadata) throws IOException {
        AppMetadata app = reader.readAnalyzed(file("""
                [image]
                reference = "index.example/app@sha256:1"

                [metadata]
                [[metadata.app]]
                sha = "sha256:2"
                [[metadata.buildpacks]]
                key = "a/b"
                version = "1"
                [metadata.buildpacks.layers]
                [metadata.buildpacks.layers.x]
                sha = "sha256:3"
                launch = true
                [metadata.buildpacks.layers.x.metadata]
                """ + metadata));
        return app.buildpack("a/b").layers().values().iterator().next();
    }

    @Test
    void anAnalyzedLayerIsReadWithAllItsFields() throws IOException {
        LayerMetadata layer = analyzedLayer("k = \"v\"\n");
        assertThat(layer.diffId()).isEqualTo("sha256:3");
        assertThat(layer.types()).isEqualTo(LayerTypes.of(false, true, false));
        assertThat(reader.value(layer.metadata())).isEqualTo(Map.of("k", "v"));
    }

    @Test
    void wholeNumbersKeepEachOfTheir64Bits() throws IOException {
        LayerMetadata layer = analyzedLayer("""
                max = 9223372036854775807
                min = -9223372036854775808
                nineteen = 1_234_567_890_123_456_789
                odd = 9007199254740993
                """);
        assertThat(reader.value(layer.metadata()))
                .isEqualTo(Map.of(
                        "max",
                        Long.MAX_VALUE,
                        "min",
                        Long.MIN_VALUE,
                        "nineteen",
                        1_234_567_890_123_456_789L,
                        "odd",
                        9_007_199_254_740_993L));
    }

    @Test
    void datesAndTimesAreUnchanged() throws IOException {
        LayerMetadata layer = analyzedLayer("""
                offset = 1979-05-27T00:32:00.999999-07:00
                local = 1979-05-27T07:32:00
                date = 1979-05-27
                time = 07:32:00
                float = inf
                """);
        assertThat(reader.value(layer.metadata()))
                .isEqualTo(Map.of(
                        "offset", OffsetDateTime.parse("1979-05-27T00:32:00.999999-07:00"),
                        "local", LocalDateTime.parse("1979-05-27T07:32:00"),
                        "date", LocalDate.parse("1979-05-27"),
                        "time", LocalTime.parse("07:32:00"),
                        "float", Double.POSITIVE_INFINITY));
    }

    @Test
    void aDiffIdThatAShaStoreMayNotBeAbleToKeepIsAnError() throws IOException {
        Path analyzed = file("[[metadata.buildpacks]]\nkey = \"a/b\"\n[metadata.buildpacks.layers.x]\nsha = \""
                + "0".repeat(100_001) + "\"\n");
        assertThatThrownBy(() -> reader.readAnalyzed(analyzed))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageContaining("the sha of a layer has more than 100000 characters, the limit");
    }

    @Test
    void tablesNestedTooDeeplyAreAnErrorAndNoStackOverflow() {
        assertThatThrownBy(() -> analyzedLayer("a.".repeat(20_000) + "a = 1\n"))
                .isInstanceOf(MetadataReadException.class);
        assertThatThrownBy(() -> analyzedLayer("a.".repeat(3_000) + "a = 1\n"))
                .isInstanceOf(MetadataReadException.class);
    }

    @Test
    void anAnalyzedTomlThatIsAPipeIsAnErrorAndIsNotOpened() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> reader.readAnalyzed(pipe)).hasMessageContaining("not a regular file");
    }

    @Test
    void anAnalyzedTomlFromAnOpenDescriptorIsRead() throws Exception {
        Process holdsPipe = new ProcessBuilder("sleep", "60").start();
        try {
            try (Writer writer = holdsPipe.outputWriter()) {
                writer.write("[[metadata.buildpacks]]\nkey = \"a\"\n");
            }
            assertThat(reader.readAnalyzed(Path.of("/proc/" + holdsPipe.pid() + "/fd/0"))
                            .buildpacks())
                    .hasSize(1);
        } finally {
            holdsPipe.destroyForcibly();
        }
    }

    @Test
    void aRestoreIsPossibleWithoutAnAnalyzedTomlThatCannotBeRead() throws Exception {
        Path below = Files.writeString(directory.resolve("file"), "").resolve("analyzed.toml");
        assertThatThrownBy(() -> reader.readAnalyzed(below)).isInstanceOf(UnusableMetadataException.class);
        assertThatThrownBy(() -> reader.readAnalyzed(directory)).isInstanceOf(UnusableMetadataException.class);
        assertThat(reader.appMetadataOrEmpty(() -> reader.readAnalyzed(below))).isEqualTo(AppMetadata.empty());
    }

    @Test
    void aMissingAnalyzedTomlIsEmpty() {
        assertThat(reader.readAnalyzed(directory.resolve("not-there")).buildpacks())
                .isEmpty();
    }

    @Test
    void anAnalyzedTomlWithoutMetadataIsEmpty() throws IOException {
        assertThat(reader.readAnalyzed(file("")).buildpacks()).isEmpty();
        assertThat(reader.readAnalyzed(file("[run-image]\nreference = \"r\"\n")).buildpacks())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a = 1\na = 2",
                "d = 2020-13-01",
                "metadata = 1",
                "[metadata]\nbuildpacks = 1",
                "[metadata]\nbuildpacks = [1]",
                "[[metadata.buildpacks]]\nkey = 1",
                "[[metadata.buildpacks]]\n[metadata.buildpacks.layers]\nx = 1",
                "[[metadata.buildpacks]]\n[metadata.buildpacks.layers.x]\nlaunch = \"yes\""
            })
    void anInvalidAnalyzedTomlIsAnErrorThatNamesTheFile(String toml) throws IOException {
        Path file = file(toml);
        assertThatThrownBy(() -> reader.readAnalyzed(file))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageStartingWith(file + " cannot be read: ")
                .hasMessageMatching("[^\\n\\r]*");
    }

    @Test
    void theGroupIsReadInOrderWithoutTheListOfExtensions() throws IOException {
        Path file = file("""
                [[group]]
                id = "b"
                version = "2"
                api = "0.10"
                homepage = "unknown fields are ignored"

                [[group]]
                id = "an-extension"
                version = "1"
                api = "0.10"
                extension = true

                [[group]]
                id = "a"
                version = "1"
                api = "0.4"
                extension = false

                [[group-extensions]]
                id = "another"
                version = "1"
                api = "0.10"
                """);
        assertThat(reader.readGroup(file).buildpacks())
                .containsExactly(
                        new Buildpack("b", "2", "0.10"),
                        new Buildpack("an-extension", "1", "0.10"),
                        new Buildpack("a", "1", "0.4"));
    }

    @Test
    void theFieldsOfAGroupMayBeInAnotherCase() throws IOException {
        Path file = file("""
                [[Group]]
                ID = "a"
                Version = "1"
                API = "0.10"
                [[Group-Extensions]]
                """);
        assertThat(reader.readGroup(file).buildpacks()).containsExactly(new Buildpack("a", "1", "0.10"));
        assertThat(reader.readGroup(file).hasExtensions()).isTrue();
    }

    @Test
    void theFieldsOfAnAnalyzedTomlMayBeInAnotherCaseAndTheNamesOfLayersKeepTheirs() throws IOException {
        AppMetadata app = reader.readAnalyzed(file("""
                [[Metadata."Buildpac\u212as"]]
                Key = "a/b"
                [Metadata."Buildpac\u212as".Layers.x]
                SHA = "1"
                Launch = true
                [Metadata."Buildpac\u212as".Layers.X]
                Sha = "2"
                [Metadata."Buildpac\u212as".Layers.X.Metadata]
                K = 1
                [Metadata."Buildpac\u212as".Store.Metadata]
                K = 2
                """));
        var buildpack = app.buildpack("a/b");
        assertThat(buildpack.layers()).containsOnlyKeys("x", "X");
        LayerMetadata lower = Objects.requireNonNull(buildpack.layers().get("x"));
        LayerMetadata upper = Objects.requireNonNull(buildpack.layers().get("X"));
        assertThat(lower.diffId()).isEqualTo("1");
        assertThat(lower.types()).isEqualTo(LayerTypes.of(false, true, false));
        assertThat(upper.diffId()).isEqualTo("2");
        assertThat(reader.value(upper.metadata())).isEqualTo(Map.of("K", 1L));
        assertThat(reader.value(Objects.requireNonNull(buildpack.store()).metadata()))
                .isEqualTo(Map.of("K", 2L));
    }

    /** The lifecycle uses any of several that are in another case than the field. */
    @ParameterizedTest
    @ValueSource(strings = {"id = \"a\"\nID = \"b\"", "ID = \"b\"\nid = \"a\"", "ID = \"b\"\nId = \"a\""})
    void aKeyInTheCaseOfTheFieldIsPreferredAndElseTheLast(String ids) throws IOException {
        assertThat(reader.readGroup(file("[[group]]\n" + ids)).buildpacks())
                .extracting(Buildpack::id)
                .containsExactly("a");
    }

    @Test
    void anEmptyGroupHasNoBuildpack() throws IOException {
        assertThat(reader.readGroup(file("")).buildpacks()).isEmpty();
    }

    @Test
    void absentFieldsOfAnEntryAreEmpty() throws IOException {
        assertThat(reader.readGroup(file("[[group]]\n")).buildpacks()).isEqualTo(List.of(new Buildpack("", "", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "group = 1", "group = [1]", "[[group]]\nid = 1", "[[group]]\nextension = 1", "[group]"})
    void anInvalidGroupIsAnErrorThatNamesTheFile(String toml) throws IOException {
        Path file = file(toml);
        assertThatThrownBy(() -> reader.readGroup(file))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageStartingWith(file + " cannot be read: ")
                .hasMessageMatching("[^\\n\\r]*");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "group = 1 | group is not an array",
                "group = [1] | group has an element that is not a table",
                "group = [{id = 1}] | group[0].id is not a string",
                "group = [{extension = 'true'}] | group[0].extension is not a boolean",
                "group = [{id = 'a', id = 'b'}] | id previously defined at line 1, column 11 (line 1, column 21)",
                "group | Unexpected end of line, expected . or = (line 1, column 6)"
            })
    void anInvalidGroupIsAnErrorWithTheReason(String toml, String why) throws IOException {
        Path file = file(toml + "\n");
        assertThatThrownBy(() -> reader.readGroup(file))
                .hasMessageStartingWith(file + " cannot be read: " + why + ". Provide");
    }

    /** The time of tomlj is cubic in the number of blank lines, so it would take hours for this. */
    @Test
    void anErrorInALargeGroupIsDescribedWithoutTomlj() throws IOException {
        Path file = file("\n".repeat(20_000) + "group\n");
        assertThatThrownBy(() -> reader.readGroup(file))
                .hasMessageStartingWith(
                        file + " cannot be read: Newline not permitted here (line 20001, column 6). Provide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a="})
    void aDeeplyNestedGroupIsAnError(String level) throws IOException {
        Path file = file("x = " + level.repeat(100_000));
        assertThatThrownBy(() -> reader.readGroup(file))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageContaining("500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s = 1", "[%s]", "[[%s]]"})
    void aGroupWithAKeyOfManyPartsIsAnError(String toml) throws IOException {
        Path file = file(toml.formatted("a.".repeat(100_000) + "a"));
        assertThatThrownBy(() -> reader.readGroup(file))
                .hasMessageStartingWith(file + " cannot be read: a key has more than 500 parts. Provide");
    }

    @Test
    void anErrorThatQuotesTheFileIsShortened() throws IOException {
        Path file = file("x = " + "9".repeat(5_000) + "e99999999999");
        assertThatThrownBy(() -> reader.readGroup(file))
                .hasMessageContaining("99…")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_300));
    }

    @Test
    void aMissingGroupIsReportedAsMissing() {
        assertThatThrownBy(() -> reader.readGroup(directory.resolve("group.toml")))
                .isInstanceOf(MetadataReadException.class)
                .hasMessage(directory.resolve("group.toml") + " cannot be read: there is no such file or directory."
                        + " Provide the group.toml that the detector wrote.");
    }

    @Test
    void aGroupThatIsNotUtf8IsAnError() throws IOException {
        Path file = Files.write(directory.resolve("group.toml"), new byte[] {'#', (byte) 0xff});
        assertThatThrownBy(() -> reader.readGroup(file)).hasMessageContaining("it is not UTF-8");
    }

    /** tomlj, which describes the errors of small documents, has its own limit. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{a="})
    void theLimitOfLevelsIsNamedForASmallGroupToo(String level) throws IOException {
        Path file = file("x = " + level.repeat(501));
        assertThatThrownBy(() -> reader.readGroup(file)).hasMessageContaining("500");
    }

    @Test
    void theLimitsOfStringsAndNumbersAreThoseOfJson() throws IOException {
        assertThat(reader.readGroup(file("x = " + "1".repeat(10_000))).buildpacks())
                .isEmpty();
        Path number = file("x = " + "1".repeat(10_001));
        assertThatThrownBy(() -> reader.readGroup(number)).hasMessageContaining("10000");
        Path string = file("x = \"" + "a".repeat(20_000_001) + "\"");
        assertThatThrownBy(() -> reader.readGroup(string)).hasMessageContaining("20000000");
    }

    @ParameterizedTest
    @CsvSource({
        "'[[group]]\nid = \"a/b\"', false",
        "'[[group]]\nid = \"a/b\"\n[[group]]\nid = \"c/d\"\nextension = true', false",
        "'[[group]]\nid = \"a/b\"\n[[group-extensions]]\nid = \"c/d\"', true",
        "'group-extensions = []', false"
    })
    void aGroupHasExtensionsOnlyInAListOfTheirOwn(String toml, boolean hasExtensions) throws IOException {
        assertThat(reader.readGroup(file(toml)).hasExtensions()).isEqualTo(hasExtensions);
    }
}
