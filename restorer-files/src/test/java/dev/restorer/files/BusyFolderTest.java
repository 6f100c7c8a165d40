package dev.restorer.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk is mounted in a folder, which takes root, and so keeps the folder from being removed. */
class BusyFolderTest {

    @TempDir
    Path directory;

    @Test
    void whatCannotBePlacedIsGoneSinceWhatStandsThereCannotBeRemoved() throws Exception {
        Path disk = Files.createDirectories(directory.resolve("bp/x/disk"));
        run("mount", "-t", "tmpfs", "-o", "size=64k", "restorer-test", disk.toString());
        try (ConfinedFolder folder = ConfinedFolder.make(directory, "bp")) {
            WholeFolders folders = new WholeFolders(folder);
            HiddenFolder hidden = folders.makeHidden();
            assertThatThrownBy(() -> folders.place(hidden, "x")).isInstanceOf(IOException.class);
            assertThat(hidden.path()).doesNotExist();
        } finally {
            run("umount", only(directory.resolve("bp")).resolve("disk").toString());
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findFirst().orElseThrow();
        }
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(new String(process.getInputStream().readAllBytes(), UTF_8))
                .isZero();
    }
}
