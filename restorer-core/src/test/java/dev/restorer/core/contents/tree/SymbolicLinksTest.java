package dev.restorer.core.contents.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolicLinksTest {

    private static final SymbolicLinks WITHOUT_COMMAND = new SymbolicLinks(List.of(), 10, new LinkCommands());

    @TempDir
    Path directory;

    /** Creates a link and returns its target unchanged. */
    private String made(SymbolicLinks links, String target) throws IOException {
        Path link = directory.resolve("link");
        Files.deleteIfExists(link);
        links.make(link, target);
        return Files.readSymbolicLink(link).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "a/b", "/", "/a", ".", "..", "./a", "a/.", "./d/.", "a/..", "../../a", "ü/漢", "a b", "a\\b", "%2F",
                "a\nb", "\ufffd", "-s",
            })
    void aTargetThatIsAPathIsUnchanged(String target) throws IOException {
        assertThat(made(WITHOUT_COMMAND, target)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/",
                "a/b/",
                "/a/",
                "./",
                "../",
                "../a/",
                "a//b",
                "/a//b",
                "a//b//c",
                "a//b/c/",
                "/a//b//c/d//e/",
                "ü//漢/",
                "a b//%2F/",
                "a\\//b?#/",
                "..//../",
                ".//a",
                "a//.",
                "a//..",
                "-//x",
                "a//b c/\n//\ufffd/",
            })
    void slashesAtTheEndAndDoubleSlashesAreKept(String target) throws IOException {
        assertThat(made(WITHOUT_COMMAND, target)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "a///b, a/b",
        "//a, /a",
        "///, /",
        "//, /",
        "a//, a",
        "a//b///c////, a/b/c",
        "/a//////b/, /a/b",
        "-///x, -/x",
        "///ü/漢//, /ü/漢",
    })
    void moreSlashesAreKeptWithLnAndOtherwiseHaveTheSameMeaning(String target, String shorter) throws IOException {
        assertThat(made(WITHOUT_COMMAND, target)).isEqualTo(shorter);
        assertThat(made(new SymbolicLinks(List.of(Path.of("/not/there/ln")), 10, new LinkCommands()), target))
                .isEqualTo(shorter);
        assumeThat(Path.of("/bin/ln")).isExecutable();
        assertThat(made(SymbolicLinks.ofSystem(new LinkCommands()), target)).isEqualTo(target);
    }

    @Test
    void aLimitedNumberOfDoubleSlashesIsKeptWithoutLn() throws IOException {
        assertThat(made(WITHOUT_COMMAND, "a" + "//a".repeat(99))).isEqualTo("a" + "//a".repeat(99));
        assertThat(made(WITHOUT_COMMAND, "a" + "//a".repeat(100))).isEqualTo("a" + "/a".repeat(100));
    }

    @Test
    void anLnThatDoesSomethingElseIsNotUsed() throws IOException {
        assumeThat(Path.of("/bin/false")).isExecutable();
        assertThat(made(new SymbolicLinks(List.of(Path.of("/bin/false")), 10, new LinkCommands()), "a///b"))
                .isEqualTo("a/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/bin/sh\nexec ln -s other \"$4\"\n", "#!/not/there\n"})
    void anLnThatCreatesAnotherLinkOrFailsIsNotUsed(String script) throws IOException {
        Path command = Files.writeString(directory.resolve("ln"), script);
        assumeThat(command.toFile().setExecutable(true)).isTrue();
        assertThat(made(new SymbolicLinks(List.of(command), 10, new LinkCommands()), "a///b"))
                .isEqualTo("a/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a//b", "a///b"})
    void anExistingEntryIsNeitherReplacedNorEntered(String target) throws IOException {
        Path existing = Files.createDirectory(directory.resolve("directory"));
        Path toDirectory = Files.createSymbolicLink(directory.resolve("to-directory"), existing);
        for (Path there : List.of(existing, toDirectory)) {
            assertThatThrownBy(() -> SymbolicLinks.ofSystem(new LinkCommands()).make(there, target))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(existing).isEmptyDirectory();
    }

    @Test
    void lnRunsUpToItsLimit() throws IOException {
        assumeThat(Path.of("/bin/ln")).isExecutable();
        SymbolicLinks links = new SymbolicLinks(List.of(Path.of("/bin/ln")), 2, new LinkCommands());
        assertThat(made(links, "a///b")).isEqualTo("a///b");
        assertThat(made(links, "a//b")).isEqualTo("a//b");
        assertThat(made(links, "a///c")).isEqualTo("a///c");
        assertThat(made(links, "a///d")).isEqualTo("a/d");
    }

    @Test
    void lnRunsUpToTheLimitOfAllLayersTogether() throws IOException {
        assumeThat(Path.of("/bin/ln")).isExecutable();
        LinkCommands ofRestore = new LinkCommands(3);
        SymbolicLinks oneLayer = new SymbolicLinks(List.of(Path.of("/bin/ln")), 2, ofRestore);
        SymbolicLinks another = new SymbolicLinks(List.of(Path.of("/bin/ln")), 2, ofRestore);
        assertThat(made(oneLayer, "a///b")).isEqualTo("a///b");
        assertThat(made(oneLayer, "a///b")).isEqualTo("a///b");
        assertThat(made(oneLayer, "a///b")).isEqualTo("a/b");
        assertThat(made(another, "a///b")).isEqualTo("a///b");
        assertThat(made(another, "a///b")).isEqualTo("a/b");
    }
}
