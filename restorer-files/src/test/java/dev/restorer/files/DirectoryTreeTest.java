package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTreeTest {

    @TempDir
    Path directory;

    private Path tree() throws IOException {
        return Files.createDirectory(directory.resolve("tree"));
    }

    @Test
    void directoriesThatTheirOwnerMayNotChangeAreDeleted() throws IOException {
        Path tree = tree();
        for (int mode : new int[] {0, 0111, 0400, 0555}) {
            Path deep = Files.createDirectories(tree.resolve("of-" + mode + "/deeper"));
            Files.createFile(deep.resolve("file"));
            FileMode.set(deep, mode);
            FileMode.set(deep.resolveSibling("."), mode);
        }
        FileMode.set(tree, 0);
        DirectoryTree.delete(tree);
        assertThat(tree).doesNotExist();
    }

    @Test
    void linksAreDeletedAndWhatTheyLeadToStaysAsItIs() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path file = Files.writeString(outside.resolve("file"), "untouched");
        FileMode.set(outside, 0500);
        FileMode.set(file, 0400);
        Path tree = tree();
        Files.createSymbolicLink(tree.resolve("to-directory"), outside);
        Files.createSymbolicLink(tree.resolve("to-file"), file);
        Files.createSymbolicLink(tree.resolve("above"), directory);
        Files.createSymbolicLink(tree.resolve("circle"), tree);
        Files.createLink(tree.resolve("hard"), file);
        DirectoryTree.delete(tree);
        assertThat(tree).doesNotExist();
        assertThat(file).hasContent("untouched");
        assertThat(FileMode.of(outside)).isEqualTo(0500);
        assertThat(FileMode.of(file)).isEqualTo(0400);
    }

    @Test
    void aThousandLevelsAreDeleted() throws IOException {
        Path tree = tree();
        Path deepest = Files.createDirectories(tree.resolve("d/".repeat(1000)));
        Files.createFile(deepest.resolve("f"));
        DirectoryTree.delete(tree);
        assertThat(tree).doesNotExist();
    }

    /** Makes a tree whose deepest path has some 2,000 characters for each part. */
    private Path deepTree(int parts) throws IOException {
        Path tree = tree();
        for (int i = 0; i < parts; i++) {
            // What is made in a short place is moved to the bottom of what comes above it.
            Path above = Files.createDirectories(directory.resolve(("above" + "/" + "d".repeat(200)).repeat(10)));
            Files.createFile(above.resolve("file"));
            Files.move(tree, above.resolve("tree"));
            tree = Files.move(directory.resolve("above"), directory.resolve("tree"));
        }
        return tree;
    }

    @Test
    void directoriesThatAreTooDeepForAPathAreDeleted() throws IOException {
        DirectoryTree.delete(deepTree(60));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anEntryThatCannotBeDeletedKeepsNoDeepDirectory() throws IOException {
        Path tree = deepTree(2);
        Path deletedMeanwhile = tree.resolve("deleted-meanwhile");
        Files.createFile(deletedMeanwhile);
        // The predicate deletes a file that then cannot be deleted.
        assertThatThrownBy(() -> DirectoryTree.clear(tree, entry -> {
                    if (entry.equals(deletedMeanwhile)) {
                        deletedMeanwhile.toFile().delete();
                    }
                    return true;
                }))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(tree).isEmptyDirectory();
    }

    @Test
    void deletingEndsAfterAsManyMovesAsAllowed() throws IOException {
        Path tree = deepTree(6);
        assertThatThrownBy(() -> DirectoryTree.delete(tree, 2)).hasMessageContaining("File name too long");
        DirectoryTree.delete(tree);
    }

    @Test
    void ofADirectoryThatIsClearedSomeEntriesStay() throws IOException {
        Path tree = tree();
        Files.createFile(Files.createDirectories(tree.resolve("stays/deep")).resolve("file"));
        Files.createFile(Files.createDirectories(tree.resolve("goes/deep")).resolve("file"));
        Files.createFile(tree.resolve("file"));
        DirectoryTree.clear(tree, entry -> !entry.endsWith("stays"));
        assertThat(tree.toFile().list()).containsExactly("stays");
        assertThat(tree.resolve("stays/deep/file")).exists();
    }

    @Test
    void manyFilesInOneDirectoryAreDeleted() throws IOException {
        Path tree = tree();
        for (int i = 0; i < 1000; i++) {
            Files.createFile(tree.resolve("file-" + i));
        }
        DirectoryTree.delete(tree);
        assertThat(tree).doesNotExist();
    }
}
