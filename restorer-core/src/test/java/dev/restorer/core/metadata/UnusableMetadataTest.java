package dev.restorer.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.core.engine.FileMetadataReader;
import dev.restorer.fixtures.CapturedLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid metadata: strict reading fails, and lenient reading continues without it. */
class UnusableMetadataTest {

    private final MetadataReader reader = new FileMetadataReader();

    @TempDir
    Path directory;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "[]",
                "{\"buildpacks\": {}}",
                "{\"buildpacks\": [{\"layers\": {\"x\": {\"launch\": \"true\"}}}]}"
            })
    void anInvalidLabelIsAnErrorOrOneWarningThatNamesIt(String json) throws IOException {
        Path file = write("label.json", json);
        assertThatThrownBy(() -> reader.readLabel(file)).isInstanceOf(UnusableMetadataException.class);
        try (CapturedLog log = new CapturedLog()) {
            assertThat(reader.appMetadataOrEmpty(() -> reader.readLabel(file))).isEqualTo(AppMetadata.empty());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN Restoring without the metadata of the previous image: " + file);
        }
    }

    @Test
    void theWarningHasThePositionInTheLabel() {
        byte[] json = "{\"buildpacks\": [{\"layers\": {\"x\": {\"launch\": 1}}}]}".getBytes(StandardCharsets.UTF_8);
        try (CapturedLog log = new CapturedLog()) {
            reader.appMetadataOrEmpty(() -> reader.parseLabel(json));
            assertThat(log.lines()).singleElement().asString().contains("/buildpacks/0/layers/x/launch");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // as code in another language may, or code that is not checked
    void aCallThatReturnsNoMetadataIsAnErrorAtOnce() {
        assertThatThrownBy(() -> reader.appMetadataOrEmpty(() -> null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("reading returned null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"= =", "metadata = 1", "[[metadata.buildpacks]]\nkey = 1", "[metadata", "a = 1\na = 2"})
    void anInvalidAnalyzedTomlIsAnErrorOrOneWarningThatNamesIt(String toml) throws IOException {
        Path file = write("analyzed.toml", toml);
        assertThatThrownBy(() -> reader.readAnalyzed(file)).isInstanceOf(UnusableMetadataException.class);
        try (CapturedLog log = new CapturedLog()) {
            assertThat(reader.appMetadataOrEmpty(() -> reader.readAnalyzed(file)))
                    .isEqualTo(AppMetadata.empty());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN Restoring without the metadata of the previous image: " + file);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "metadata.buildpacks = 1 | metadata.buildpacks is not an array",
                "[[metadata.buildpacks]]\\n[[metadata.buildpacks]]\\nkey = 5 | metadata.buildpacks[1].key is not a string",
                "[[metadata.buildpacks]]\\nlayers.x = 5 | metadata.buildpacks[0].layers.x is not a table",
                "[[metadata.buildpacks]]\\nlayers.x.launch = 5 | metadata.buildpacks[0].layers.x.launch is not a boolean"
            })
    void theWarningHasThePositionInAnAnalyzedToml(String toml, String problem) throws IOException {
        Path file = write("analyzed.toml", toml.replace("\\n", "\n"));
        assertThatThrownBy(() -> reader.readAnalyzed(file))
                .hasMessageStartingWith(file + " cannot be read: " + problem + ". Provide");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": NaN} | Non-standard token 'NaN' (line 1, column 10)",
                "{ /* */ } | Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (line 1, column 3)",
                "{\"buildpacks\":[}} | Unexpected close marker '}': expected ']' (line 1, column 16)",
                "{\"buildpacks\":[{]} | Unexpected close marker ']': expected '}' (line 1, column 17)",
                "{\\u001e} | Illegal character ((CTRL-CHAR, code 30)): only regular white space (\\r, \\n, \\t) is allowed between tokens (line 1, column 2)"
            },
            quoteCharacter = '`')
    void theWarningHasNothingAboutTheParser(String json, String problem) throws IOException {
        Path file = write("label.json", json.replace("\\u001e", "\u001e"));
        assertThatThrownBy(() -> reader.readLabel(file)).hasMessageStartingWith(file + " cannot be read: " + problem);
    }

    @Test
    void theErrorForNestedTablesHasNothingAboutTheParser() throws IOException {
        Path file = write("group.toml", "a = " + "[".repeat(600));
        assertThatThrownBy(() -> reader.readGroup(file))
                .hasMessageContaining("nesting depth (501) exceeds the maximum allowed (500). Provide");
    }

    @Test
    void theMessageAboutALongNameIsShort() throws IOException {
        String name = "x".repeat(1_000_000);
        Path label = write("label.json", "{\"buildpacks\": [{\"layers\": {\"" + name + "\": 1}}]}");
        Path analyzed = write("analyzed.toml", "[[metadata.buildpacks]]\nlayers." + name + " = 5");
        assertThatThrownBy(() -> reader.readLabel(label)).message().hasSizeLessThan(2_500);
        assertThatThrownBy(() -> reader.readAnalyzed(analyzed)).message().hasSizeLessThan(2_500);
    }

    @Test
    void aMissingLabelIsAlwaysAnError() {
        Path file = directory.resolve("label.json");
        assertThatThrownBy(() -> reader.appMetadataOrEmpty(() -> reader.readLabel(file)))
                .isExactlyInstanceOf(MetadataReadException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void validMetadataIsReadWithoutAWarning() throws IOException {
        Path file = write("label.json", "{\"buildpacks\": [{\"key\": \"bp\"}]}");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(reader.appMetadataOrEmpty(() -> reader.readLabel(file)).buildpacks())
                    .hasSize(1);
            assertThat(log.lines()).isEmpty();
        }
    }
}
