package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a user whom modes keep out, also of directories that are the user's own. */
@Tag("long")
@OwnJvm(Start.KEPT_OUT_BY_MODES)
class UnmovableDirectoryTest {

    @TempDir
    Path directory;

    private ConfinedDirectory above;
    private Path place;

    @BeforeEach
    void open() throws IOException {
        above = new TrustedDirectory(directory).make("bp");
        place = directory.resolve("bp/x");
    }

    @AfterEach
    void close() throws IOException {
        above.close();
    }

    @Test
    void contentsThatMayNotBeWrittenReplaceContentsThatMayNotBeReadOrWritten() throws IOException {
        Path old = Files.createDirectories(place.resolve("both/old"));
        Files.createFile(old.resolve("file"));
        FileMode.set(old, 0);
        FileMode.set(old.resolveSibling("."), 0);
        FileMode.set(place, 0);
        try (UnmovableDirectory unmovable = UnmovableDirectory.open(above, "x")) {
            HiddenDirectory contents = new AtomicDirectories(unmovable.directory()).makeHidden();
            for (String name : new String[] {"both", "new"}) {
                Path made = Files.createDirectory(contents.path().resolve(name));
                Files.createFile(made.resolve("file"));
                FileMode.set(made, 0555);
            }
            FileMode.set(contents.path(), 0555);
            unmovable.replaceBy(contents);
        }
        assertThat(FileMode.of(place)).isEqualTo(0555);
        assertThat(place.toFile().list()).containsExactlyInAnyOrder("both", "new");
        assertThat(place.resolve("both").toFile().list()).containsExactly("file");
        assertThat(FileMode.of(place.resolve("both"))).isEqualTo(0555);
        assertThat(FileMode.of(place.resolve("new"))).isEqualTo(0555);
        for (Path made : new Path[] {place, place.resolve("both"), place.resolve("new")}) {
            FileMode.set(made, 0755);
        }
    }

    @Test
    void aDirectoryWhoseContentsAreNotReplacedKeepsItsMode() throws IOException {
        Files.createDirectory(place);
        FileMode.set(place, 0500);
        UnmovableDirectory.open(above, "x").close();
        assertThat(FileMode.of(place)).isEqualTo(0500);
    }

    @Test
    void onlyADirectoryIsOpenedAndNoLinkToOne() throws IOException {
        assertThatThrownBy(() -> UnmovableDirectory.open(above, "x")).isInstanceOf(NoSuchFileException.class);
        Files.createSymbolicLink(place, directory);
        assertThatThrownBy(() -> UnmovableDirectory.open(above, "x")).isInstanceOf(NotDirectoryException.class);
    }
}
