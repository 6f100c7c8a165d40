package dev.restorer.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.Buildpack;
import dev.restorer.api.MetadataReadException;
import dev.restorer.core.engine.FileMetadataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupTomlTest {

    private final MetadataReader reader = new FileMetadataReader();

    @TempDir
    Path directory;

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("file.toml"), content);
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
