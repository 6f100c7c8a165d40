package dev.restorer.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
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
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzedTomlTest {

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
                "[metadata]\n[metadata.config]\nsha = \"\"\n",
                "[Metadata]\n",
                "[[metadata.buildpacks]]\nkey = \"example/node\"\n"
            })
    void anAnalyzedTomlWithATableForMetadataHasAppMetadata(String toml) throws IOException {
        assertThat(reader.hasAppMetadata(file(toml))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[run-image]\nreference = \"r\"\n", "metadata = 1", "[metadata]\nbuildpacks = 1", "x"})
    void anAnalyzedTomlWithoutOneOrThatCannotBeUsedHasNone(String toml) throws IOException {
        assertThat(reader.hasAppMetadata(file(toml))).isFalse();
    }

    @Test
    void whatIsNoAnalyzedTomlHasNoAppMetadata() {
        assertThat(reader.hasAppMetadata(directory)).isFalse();
        assertThat(reader.hasAppMetadata(directory.resolve("not-there"))).isFalse();
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
}
