package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk is mounted in a folder, and so keeps the folder from being removed. */
@OwnJvm(Start.MAY_MOUNT)
class BusyFolderTest {

    @TempDir
    Path directory;

    @Test
    void whatCannotBePlacedIsGoneSinceWhatStandsThereCannotBeRemoved() throws Exception {
        Path disk = Files.createDirectories(directory.resolve("bp/x/disk"));
        Disks.mount(disk, "64k");
        try (ConfinedFolder folder = ConfinedFolder.make(directory, "bp")) {
            WholeFolders folders = new WholeFolders(folder);
            HiddenFolder hidden = folders.makeHidden();
            assertThatThrownBy(() -> folders.place(hidden, "x")).isInstanceOf(IOException.class);
            assertThat(hidden.path()).doesNotExist();
        } finally {
            Disks.unmount(only(directory.resolve("bp")).resolve("disk"));
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findFirst().orElseThrow();
        }
    }
}
