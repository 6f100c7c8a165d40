package dev.restorer.core.contents.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.restorer.core.contents.Unpacking;
import dev.restorer.fixtures.Tar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerTreeTest {

    @TempDir
    Path directory;

    private Unpacking unpacking;

    @BeforeEach
    void createUnpacking() {
        unpacking = new Unpacking(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../../../etc",
                "nowhere/at/all",
                "l",
                ".",
                "/",
                "a b",
                "ü/漢",
                "d/",
                "./d/.",
                "d//x"
            })
    void aSymbolicLinkMayHaveAnyTarget(String target) {
        assertThat(unpacking.tree(new Tar().symbolicLink("/layers/bp/x/l", target)))
                .containsExactly(entry("l", "link " + target));
    }

    @Test
    void aFileThroughASymbolicLinkIsRejectedAndTheTargetIsUnchanged() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        assertThat(unpacking.rejected(new Tar()
                        .symbolicLink("/layers/bp/x/l", outside.toString())
                        .file("/layers/bp/x/l/a", "one")))
                .isEqualTo("l is a directory, and a file or a link too");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aFileThroughALinkToADirectoryOfTheLayerItselfIsRejectedToo() {
        assertThat(unpacking.rejected(new Tar()
                        .directory("/layers/bp/x/d/", 0755)
                        .symbolicLink("/layers/bp/x/l", "d")
                        .file("/layers/bp/x/l/a", "one")))
                .isEqualTo("l is a directory, and a file or a link too");
    }

    @Test
    void aLinkOrADirectoryThroughASymbolicLinkIsRejected() {
        for (char type : new char[] {'1', '2', '5'}) {
            assertThat(unpacking.rejected(new Tar()
                            .file("/layers/bp/x/a", "one")
                            .symbolicLink("/layers/bp/x/l", directory.toString())
                            .entry(type, "/layers/bp/x/l/d", "/layers/bp/x/a", 0755, "")))
                    .isEqualTo("l is a directory, and a file or a link too");
        }
    }

    @Test
    void aFileReplacesALinkAndIsNotWrittenThroughIt() throws IOException {
        Path outside = Files.writeString(directory.resolve("outside"), "untouched");
        assertThat(unpacking.tree(new Tar()
                        .symbolicLink("/layers/bp/x/l", outside.toString())
                        .file("/layers/bp/x/l", "one")))
                .containsExactly(entry("l", "file 644 one"));
        assertThat(outside).hasContent("untouched");
    }

    @Test
    void aDirectoryWithTheNameOfALinkIsRejected() {
        assertThat(unpacking.rejected(new Tar()
                        .symbolicLink("/layers/bp/x/l", directory.toString())
                        .directory("/layers/bp/x/l/", 0777)))
                .isEqualTo("l is a directory, and a file or a link too");
    }

    @Test
    void aHardLinkIsTheSameFileAsItsTarget() throws IOException {
        Path root = unpacking
                .extracted(new Tar()
                        .file("/layers/bp/x/a", "one")
                        .hardLink("/layers/bp/x/d/h", "/layers/bp/x/a")
                        .bytes())
                .directory()
                .path();
        assertThat(Files.getAttribute(root.resolve("d/h"), "unix:ino"))
                .isEqualTo(Files.getAttribute(root.resolve("a"), "unix:ino"));
    }

    @Test
    void aHardLinkToASymbolicLinkIsThatLink() throws IOException {
        Path outside = Files.writeString(directory.resolve("outside"), "untouched");
        assertThat(unpacking.tree(new Tar()
                        .symbolicLink("/layers/bp/x/l", outside.toString())
                        .hardLink("/layers/bp/x/h", "/layers/bp/x/l")
                        .file("/layers/bp/x/h", "one")))
                .containsExactly(entry("h", "file 644 one"), entry("l", "link " + outside));
        assertThat(outside).hasContent("untouched");
    }

    @Test
    void aFileThatReplacesAHardLinkDoesNotChangeTheOtherName() {
        assertThat(unpacking.tree(new Tar()
                        .file("/layers/bp/x/a", "one")
                        .hardLink("/layers/bp/x/h", "/layers/bp/x/a")
                        .file("/layers/bp/x/h", "other")))
                .containsExactly(entry("a", "file 644 one"), entry("h", "file 644 other"));
    }

    @Test
    void aHardLinkToItselfChangesNothing() {
        assertThat(unpacking.tree(new Tar().file("/layers/bp/x/a", "one").hardLink("/layers/bp/x/a", "/layers/bp/x/a")))
                .containsExactly(entry("a", "file 644 one"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/layers/bp/x/later",
                "/layers/bp/x/itself",
                "/layers/bp/x/d",
                "/layers/bp/x",
                "/layers/bp/x/d/nothing",
                "/layers/bp/x/l/passwd",
                "/layers/bp/x/a/below"
            })
    void aHardLinkToSomethingOtherThanAnEarlierFileIsRejected(String target) {
        assertThat(unpacking.rejected(new Tar()
                        .directory("/layers/bp/x/d/", 0755)
                        .file("/layers/bp/x/a", "one")
                        .symbolicLink("/layers/bp/x/l", "/etc")
                        .hardLink("/layers/bp/x/itself", target)
                        .file("/layers/bp/x/later", "one")))
                .startsWith("a hard link leads to ")
                .endsWith("which is no file that came before it");
    }

    @Test
    void aHardLinkToItsLayerIsNamedSo() {
        assertThat(unpacking.rejected(
                        new Tar().directory("/layers/bp/x/", 0755).hardLink("/layers/bp/x/l", "/layers/bp/x")))
                .isEqualTo("a hard link leads to its layer itself, which is no file that came before it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/passwd", "/layers/bp/y/a", "/layers/bp", "/layers/bp/x/../../../etc/passwd", "../a", "a"})
    void aHardLinkOutOfTheLayerIsRejected(String target) {
        assertThat(unpacking.rejected(new Tar().directory("/layers/bp/x/", 0755).hardLink("/layers/bp/x/h", target)))
                .contains("lies outside bp/x");
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2'})
    void aLinkWithoutATargetIsRejected(char type) {
        assertThat(unpacking.rejected(new Tar().entry(type, "/layers/bp/x/l", "", 0777, "")))
                .isEqualTo("the link /layers/bp/x/l has an empty or invalid target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/layers/", "/layers/bp/"})
    void aLinkWithTheNameOfADirectoryAboveIsRejected(String name) {
        assertThat(unpacking.rejected(new Tar().directory("/layers/bp/x/", 0755).symbolicLink(name, "/etc")))
                .isEqualTo("the entry " + name + " lies outside bp/x");
    }
}
