package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryExchangeTest {

    @TempDir
    Path directory;

    private Path target;
    private Path source;

    @BeforeEach
    void makeDirectories() throws IOException {
        target = Files.createDirectory(directory.resolve("directory"));
        source = Files.createDirectory(directory.resolve("source"));
    }

    private void replace() throws IOException {
        new DirectoryExchange(FileOwner.process()).replace(target, source);
        assertThat(source).doesNotExist();
    }

    private static void file(Path target, String path) throws IOException {
        Path file = target.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, target.getFileName() + "/" + path);
    }

    /** Returns the paths of what is in the directory, with a slash those of directories. */
    private List<String> tree() throws IOException {
        try (Stream<Path> paths = Files.walk(target)) {
            return paths.filter(path -> !path.equals(target))
                    .map(path -> target.relativize(path) + (Files.isDirectory(path) ? "/" : ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingOfWhatWasThereStays() throws IOException {
        file(target, "old");
        file(target, "old-directory/deep/old");
        file(target, "both");
        file(source, "both");
        file(source, "new-directory/deep/new");
        replace();
        assertThat(tree()).containsExactly("both", "new-directory/", "new-directory/deep/", "new-directory/deep/new");
        assertThat(target.resolve("both")).hasContent("source/both");
    }

    @Test
    void aDirectoryThatBothHaveIsTheSameOneWithTheNewEntriesAlone() throws IOException {
        file(target, "both/old");
        file(target, "both/both/old");
        file(source, "both/new");
        file(source, "both/both/new");
        Object key =
                Files.readAttributes(target.resolve("both/both"), "unix:ino").get("ino");
        replace();
        assertThat(tree()).containsExactly("both/", "both/both/", "both/both/new", "both/new");
        assertThat(Files.readAttributes(target.resolve("both/both"), "unix:ino").get("ino"))
                .isEqualTo(key);
    }

    @Test
    void whatIsADirectoryInOneAndNoneInTheOtherIsReplaced() throws IOException {
        file(target, "directory-to-file/old");
        file(source, "directory-to-file");
        file(target, "file-to-directory");
        file(source, "file-to-directory/new");
        Files.createSymbolicLink(target.resolve("link-to-directory"), directory.resolve("source"));
        file(source, "link-to-directory/new");
        Files.createSymbolicLink(source.resolve("directory-to-link"), Path.of("nowhere"));
        file(target, "directory-to-link/old");
        replace();
        assertThat(tree())
                .containsExactly(
                        "directory-to-file",
                        "directory-to-link",
                        "file-to-directory/",
                        "file-to-directory/new",
                        "link-to-directory/",
                        "link-to-directory/new");
        assertThat(target.resolve("directory-to-link")).isSymbolicLink();
    }

    @Test
    void directoriesHaveTheModesOfTheSourceWhetherTheyStayOrAreMoved() throws IOException {
        file(target, "stays/old");
        FileMode.set(target.resolve("stays"), 0500);
        file(source, "stays/new");
        FileMode.set(source.resolve("stays"), 02555);
        file(source, "moved/new");
        FileMode.set(source.resolve("moved"), 0511);
        replace();
        assertThat(FileMode.of(target.resolve("stays"))).isEqualTo(02555);
        assertThat(FileMode.of(target.resolve("moved"))).isEqualTo(0511);
    }

    @Test
    void hardLinksStayOneFile() throws IOException {
        file(source, "a/one");
        Files.createLink(source.resolve("two"), source.resolve("a/one"));
        file(target, "a/one");
        replace();
        assertThat(Files.isSameFile(target.resolve("a/one"), target.resolve("two")))
                .isTrue();
    }

    @Test
    void theSourceMayLieInTheDirectory() throws IOException {
        source = Files.move(source, target.resolve("source"));
        file(target, "old");
        file(source, "new");
        replace();
        assertThat(tree()).containsExactly("new");
    }

    @Test
    void manyEntriesAreMoved() throws IOException {
        for (int i = 0; i < 3000; i++) {
            file(source, "file-" + i);
            file(target, "file-" + (i + 1500));
        }
        replace();
        assertThat(tree()).hasSize(3000).doesNotContain("file-3000");
    }
}
