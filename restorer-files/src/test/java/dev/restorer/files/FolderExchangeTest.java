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

class FolderExchangeTest {

    @TempDir
    Path directory;

    private Path folder;
    private Path source;

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createDirectory(directory.resolve("folder"));
        source = Files.createDirectory(directory.resolve("source"));
    }

    private void replace() throws IOException {
        new FolderExchange(FileOwner.process()).replace(folder, source);
        assertThat(source).doesNotExist();
    }

    private static void file(Path folder, String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, folder.getFileName() + "/" + path);
    }

    /** Returns the paths of what is in the folder, with a slash those of folders. */
    private List<String> tree() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path) + (Files.isDirectory(path) ? "/" : ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingOfWhatWasThereStays() throws IOException {
        file(folder, "old");
        file(folder, "old-folder/deep/old");
        file(folder, "both");
        file(source, "both");
        file(source, "new-folder/deep/new");
        replace();
        assertThat(tree()).containsExactly("both", "new-folder/", "new-folder/deep/", "new-folder/deep/new");
        assertThat(folder.resolve("both")).hasContent("source/both");
    }

    @Test
    void aFolderThatBothHaveIsTheSameOneWithTheNewEntriesAlone() throws IOException {
        file(folder, "both/old");
        file(folder, "both/both/old");
        file(source, "both/new");
        file(source, "both/both/new");
        Object key =
                Files.readAttributes(folder.resolve("both/both"), "unix:ino").get("ino");
        replace();
        assertThat(tree()).containsExactly("both/", "both/both/", "both/both/new", "both/new");
        assertThat(Files.readAttributes(folder.resolve("both/both"), "unix:ino").get("ino"))
                .isEqualTo(key);
    }

    @Test
    void whatIsAFolderInOneAndNoneInTheOtherIsReplaced() throws IOException {
        file(folder, "folder-to-file/old");
        file(source, "folder-to-file");
        file(folder, "file-to-folder");
        file(source, "file-to-folder/new");
        Files.createSymbolicLink(folder.resolve("link-to-folder"), directory.resolve("source"));
        file(source, "link-to-folder/new");
        Files.createSymbolicLink(source.resolve("folder-to-link"), Path.of("nowhere"));
        file(folder, "folder-to-link/old");
        replace();
        assertThat(tree())
                .containsExactly(
                        "file-to-folder/",
                        "file-to-folder/new",
                        "folder-to-file",
                        "folder-to-link",
                        "link-to-folder/",
                        "link-to-folder/new");
        assertThat(folder.resolve("folder-to-link")).isSymbolicLink();
    }

    @Test
    void foldersHaveTheModesOfTheSourceWhetherTheyStayOrAreMoved() throws IOException {
        file(folder, "stays/old");
        FileMode.set(folder.resolve("stays"), 0500);
        file(source, "stays/new");
        FileMode.set(source.resolve("stays"), 02555);
        file(source, "moved/new");
        FileMode.set(source.resolve("moved"), 0511);
        replace();
        assertThat(FileMode.of(folder.resolve("stays"))).isEqualTo(02555);
        assertThat(FileMode.of(folder.resolve("moved"))).isEqualTo(0511);
    }

    @Test
    void hardLinksStayOneFile() throws IOException {
        file(source, "a/one");
        Files.createLink(source.resolve("two"), source.resolve("a/one"));
        file(folder, "a/one");
        replace();
        assertThat(Files.isSameFile(folder.resolve("a/one"), folder.resolve("two")))
                .isTrue();
    }

    @Test
    void theSourceMayLieInTheFolder() throws IOException {
        source = Files.move(source, folder.resolve("source"));
        file(folder, "old");
        file(source, "new");
        replace();
        assertThat(tree()).containsExactly("new");
    }

    @Test
    void manyEntriesAreMoved() throws IOException {
        for (int i = 0; i < 3000; i++) {
            file(source, "file-" + i);
            file(folder, "file-" + (i + 1500));
        }
        replace();
        assertThat(tree()).hasSize(3000).doesNotContain("file-3000");
    }
}
