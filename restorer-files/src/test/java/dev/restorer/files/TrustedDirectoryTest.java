package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void oneThatIsThereIsOpened() throws IOException {
        Files.createFile(directory.resolve("file"));
        try (ConfinedDirectory opened = new TrustedDirectory(directory).open().orElseThrow()) {
            assertThat(opened.path()).isEqualTo(directory);
            assertThat(opened.names()).containsExactly("file");
            assertThat(opened.names()).as("asked again").containsExactly("file");
        }
    }

    @Test
    void aLinkThatLeadsToOneIsFollowed() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Files.createFile(real.resolve("file"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        try (ConfinedDirectory opened = new TrustedDirectory(link).open().orElseThrow()) {
            assertThat(opened.names()).containsExactly("file");
        }
    }

    @Test
    void oneThatIsNotThereIsNone() throws IOException {
        assertThat(new TrustedDirectory(directory.resolve("nothing")).open()).isEmpty();
    }

    @Test
    void noneIsMadeByAPathThatNamesADirectoryThatIsNotThere() {
        Path path = directory.resolve("missing/below/../../new");
        assertThatThrownBy(() -> new TrustedDirectory(path).make())
                .isInstanceOf(MissingDirectoryException.class)
                .hasMessageStartingWith(directory.resolve("missing") + ": ");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void oneIsMadeByAPathThatNamesTheDirectoryAboveALink() throws IOException {
        Path real = Files.createDirectories(directory.resolve("above/real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        new TrustedDirectory(link.resolve("../new/directory")).make();
        assertThat(directory.resolve("above/new/directory")).isDirectory();
    }

    @Test
    void aFileIsAnError() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> new TrustedDirectory(file).open()).isInstanceOf(NotDirectoryException.class);
    }
}
