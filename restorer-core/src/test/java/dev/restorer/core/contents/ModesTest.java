package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.restorer.files.FileMode;
import dev.restorer.fixtures.Tar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModesTest {

    @TempDir
    Path directory;

    private Unpacking unpacking;

    @BeforeEach
    void createUnpacking() {
        unpacking = new Unpacking(directory);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0400, 0444, 0600, 0644, 0666, 0755, 0777, 04755, 02755, 01644, 07777})
    void aFileHasTheModeOfTheTarWhateverTheUmask(int mode) throws IOException {
        assertThat(FileMode.of(only(new Tar().file("/layers/bp/x/a", mode, "one"))))
                .isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0111, 0500, 0555, 0700, 0755, 0777, 01777, 02775, 07777})
    void aDirectoryHasTheModeOfTheTarWhateverTheUmask(int mode) throws IOException {
        assertThat(FileMode.of(only(new Tar().directory("/layers/bp/x/a/", mode))))
                .isEqualTo(mode);
    }

    private Path only(Tar tar) {
        return unpacking.extracted(tar.bytes()).directory().path().resolve("a");
    }

    @Test
    void theFileTypeInAModeIsIgnored() {
        assertThat(unpacking.tree(
                        new Tar().file("/layers/bp/x/a", 0100600, "one").directory("/layers/bp/x/d/", 040711)))
                .containsExactly(entry("a", "file 600 one"), entry("d", "directory 711"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0555, 0700, 0777, 01777})
    void theLayersOwnDirectoryHasTheModeOfTheTar(int mode) throws IOException {
        ExtractedContents extracted = unpacking.extracted(new Tar()
                .directory("/layers/bp/x/", mode)
                .file("/layers/bp/x/a", "one")
                .bytes());
        assertThat(FileMode.of(extracted.directory().path())).isEqualTo(mode);
    }

    @Test
    void directoriesWithoutAnEntryFollowTheUmask() throws IOException {
        int umasked = FileMode.of(Files.createDirectory(directory.resolve("made-plainly")));
        ExtractedContents extracted =
                unpacking.extracted(new Tar().file("/layers/bp/x/d/e/a", "one").bytes());
        Path root = extracted.directory().path();
        assertThat(FileMode.of(root)).isEqualTo(umasked);
        assertThat(FileMode.of(root.resolve("d"))).isEqualTo(umasked);
        assertThat(FileMode.of(root.resolve("d/e"))).isEqualTo(umasked);
    }

    @Test
    void readOnlyDirectoriesAreFilled() {
        assertThat(unpacking.tree(new Tar()
                        .directory("/layers/bp/x/", 0555)
                        .directory("/layers/bp/x/d/", 0)
                        .directory("/layers/bp/x/d/e/", 0444)
                        .file("/layers/bp/x/d/e/a", 0400, "one")))
                .containsExactly(
                        entry("d", "directory 0"), entry("d/e", "directory 444"), entry("d/e/a", "file 400 one"));
    }

    @Test
    void theLastModeOfADirectoryIsUsed() {
        assertThat(unpacking.tree(new Tar()
                        .directory("/layers/bp/x/a/", 0)
                        .directory("/layers/bp/x/a/", 0755)
                        .directory("/layers/bp/x/b/", 0755)
                        .directory("/layers/bp/x/b/", 0500)))
                .containsExactly(entry("a", "directory 755"), entry("b", "directory 500"));
    }

    @Test
    void timesOfTheTarAreIgnored() throws IOException {
        FileTime time = Files.getLastModifiedTime(only(new Tar().file("/layers/bp/x/a", "one")));
        assertThat(time.toInstant()).isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    @Test
    void ownersOfTheTarAreIgnored() throws IOException {
        Path own = Files.createFile(directory.resolve("own"));
        assertThat(Files.getOwner(only(new Tar().file("/layers/bp/x/a", "one"))))
                .isEqualTo(Files.getOwner(own));
    }
}
