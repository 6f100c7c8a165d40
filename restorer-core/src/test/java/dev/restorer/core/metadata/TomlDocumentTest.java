package dev.restorer.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.MetadataReadException;
import dev.restorer.core.engine.FileMetadataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each TOML file, with a group as the example. */
class TomlDocumentTest {

    private final MetadataReader reader = new FileMetadataReader();

    @TempDir
    Path directory;

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("file.toml"), content);
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

    /** tomlj, which describes the errors of small documents, has its own limit. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{a="})
    void theLimitOfLevelsIsNamedForASmallGroupToo(String level) throws Exception {
        Path file = file("x = " + level.repeat(501));
        assertThatThrownBy(() -> onLargeStack(() -> reader.readGroup(file)))
                .cause()
                .hasMessageContaining("500");
    }

    /** Before they are compiled, the parsers may need more than the stack of a thread of the tests has room for. */
    private static void onLargeStack(Runnable reading) throws Exception {
        FutureTask<Void> task = new FutureTask<>(reading, null);
        new Thread(null, task, "large-stack", 1 << 24).start();
        task.get();
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
}
