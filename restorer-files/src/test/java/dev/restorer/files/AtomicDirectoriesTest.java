package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicDirectoriesTest {

    @TempDir
    Path directory;

    private ConfinedDirectory confined;
    private AtomicDirectories directories;

    @BeforeEach
    void open() throws IOException {
        confined = new TrustedDirectory(directory).make("bp");
        directories = new AtomicDirectories(confined);
    }

    @AfterEach
    void close() throws IOException {
        confined.close();
    }

    private Path in(String name) {
        return directory.resolve("bp").resolve(name);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("bp"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private HiddenDirectory filled() throws IOException {
        HiddenDirectory hidden = directories.makeHidden();
        Files.writeString(hidden.path().resolve("new"), "new");
        return hidden;
    }

    @Test
    void aDirectoryAppearsInItsPlaceWithAllThatIsInIt() throws IOException {
        directories.place(filled(), "x");
        assertThat(in("x/new")).hasContent("new");
        assertThat(names()).containsExactly("x");
    }

    @Test
    void aDirectoryThatStandsThereIsReplacedAsAWhole() throws IOException {
        Files.createDirectories(in("x/old/older"));
        directories.place(filled(), "x");
        assertThat(in("x/old")).doesNotExist();
        assertThat(names()).containsExactly("x");
    }

    @Test
    void aFileOrALinkThatStandsThereIsReplacedAndWhatTheLinkLeadsToStays() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.writeString(in("x"), "old");
        Files.createSymbolicLink(in("y"), elsewhere);
        directories.place(filled(), "x");
        directories.place(filled(), "y");
        assertThat(in("x/new")).hasContent("new");
        assertThat(Files.isDirectory(in("y"), LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void filesLinksAndDirectoriesAreRemoved() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("file"));
        Files.createFile(in("file"));
        Files.createSymbolicLink(in("link"), elsewhere);
        Files.createSymbolicLink(in("dangling"), Path.of("nowhere"));
        Files.createDirectories(in("directory/deep"));
        Files.createSymbolicLink(in("directory/deep/link"), elsewhere);
        for (String name : List.of("file", "link", "dangling", "directory", "nothing")) {
            directories.remove(name);
        }
        assertThat(names()).isEmpty();
        assertThat(elsewhere.resolve("file")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "../elsewhere", "/"})
    void namesThatLeadElsewhereAreRefused(String name) {
        assertThatThrownBy(() -> directories.remove(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsHiddenIsRemovedAndNothingElse() throws IOException {
        filled();
        filled();
        Files.createFile(in(".restorer-1"));
        Files.createSymbolicLink(in(".restorer-2"), directory);
        Files.createDirectory(in(".restorer"));
        Files.createDirectory(in("x.restorer-1"));
        directories.removeHidden();
        assertThat(names()).containsExactly(".restorer", "x.restorer-1");
    }

    @Test
    void aHiddenDirectoryIsClosedToAllOthersAndTellsTheModeOfADirectoryThatIsNot() throws IOException {
        HiddenDirectory hidden = directories.makeHidden();
        assertThat(PlainName.isHidden(hidden.name())).isTrue();
        assertThat(hidden.path()).isEqualTo(in(hidden.name()));
        assertThat(FileMode.of(hidden.path())).isEqualTo(0700);
        assertThat(hidden.directoryMode()).isEqualTo(FileMode.of(Files.createDirectory(in("plain"))));
    }

    @Test
    void noHiddenDirectoryIsMadeThroughALinkThatWasPutInTheDirectoriesPlace() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.move(directory.resolve("bp"), directory.resolve("moved"));
        Files.createSymbolicLink(directory.resolve("bp"), elsewhere);
        assertThatThrownBy(directories::makeHidden).isInstanceOf(LinkedDirectoryException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void twoHiddenDirectoriesHaveTwoNames() throws IOException {
        assertThat(directories.makeHidden().name())
                .isNotEqualTo(directories.makeHidden().name());
    }
}
