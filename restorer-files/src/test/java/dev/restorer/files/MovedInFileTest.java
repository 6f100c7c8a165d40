package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovedInFileTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        file = Files.writeString(directory.resolve("file"), "new");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("bp"))) {
            return files.map(name -> name.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsThereUnderItsNewNameAndNoMoreWhereItWas(ConfinedDirectoryTest.Way way) throws IOException {
        try (ConfinedDirectory confined = way.make(directory)) {
            confined.moveIn(file, "x.sbom.json");
            assertThat(confined.names()).containsExactly("x.sbom.json");
        }
        assertThat(directory.resolve("bp/x.sbom.json")).hasContent("new");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void aFileOrALinkThatStandsThereIsReplaced(ConfinedDirectoryTest.Way way) throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "untouched");
        try (ConfinedDirectory confined = way.make(directory)) {
            Files.createSymbolicLink(directory.resolve("bp/x"), target);
            confined.moveIn(file, "x");
            confined.moveIn(Files.writeString(file, "newer"), "x");
        }
        assertThat(directory.resolve("bp/x")).isRegularFile().hasContent("newer");
        assertThat(target).hasContent("untouched");
    }

    @ParameterizedTest
    @EnumSource
    void aDirectoryThatStandsThereIsAnErrorAndTheFileStaysWhereItWas(ConfinedDirectoryTest.Way way) throws IOException {
        try (ConfinedDirectory confined = way.make(directory)) {
            Files.createDirectories(directory.resolve("bp/x/deeper"));
            assertThatThrownBy(() -> confined.moveIn(file, "x")).isInstanceOf(IOException.class);
        }
        assertThat(names()).containsExactly("x");
        assertThat(file).hasContent("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "../x"})
    void namesThatLeadElsewhereAreRefused(String name) throws IOException {
        for (ConfinedDirectoryTest.Way way : ConfinedDirectoryTest.Way.values()) {
            try (ConfinedDirectory confined = way.make(directory)) {
                assertThatThrownBy(() -> confined.moveIn(file, name)).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(file).exists();
    }

    @Test
    void aLinkPutInTheDirectoriesPlaceAfterwardsLeadsNowhere() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            Files.move(directory.resolve("bp"), directory.resolve("moved"));
            Files.createSymbolicLink(directory.resolve("bp"), elsewhere);
            confined.moveIn(file, "x");
        }
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(directory.resolve("moved/x")).hasContent("new");
    }
}
