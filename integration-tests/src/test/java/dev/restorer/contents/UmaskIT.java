package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.FileTree;
import dev.restorer.process.Finished;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UmaskIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"077, 700, 600", "000, 777, 666"})
    void entriesHaveTheModesOfTheTarAndAllElseFollowsTheUmask(String umask, String directoryMode, String file) {
        CacheDirectory cache = new CacheDirectory(directory)
                .layer(
                        "x",
                        layer -> layer.file("no-entry/deeper/open", 0666, "open")
                                .directory("directory", 0775)
                                .file("directory/set-user-id", 04755, "program")
                                .file("directory/closed", 0, "closed"))
                .write("0.10");
        Restore restore = new Restore(cache, directory.resolve("layers"));
        Finished run = restore.runBy(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();

        assertThat(FileTree.read(restore.layers()))
                .containsEntry("bp", "directory " + directoryMode)
                .containsEntry("bp/x", "directory " + directoryMode)
                .containsEntry("bp/x/no-entry", "directory " + directoryMode)
                .containsEntry("bp/x/no-entry/deeper", "directory " + directoryMode)
                .containsEntry("bp/x/directory", "directory 775")
                .hasEntrySatisfying("bp/x.toml", entry -> assertThat(entry).startsWith("file " + file + " "))
                .hasEntrySatisfying(
                        "bp/x/no-entry/deeper/open", entry -> assertThat(entry).startsWith("file 666 "))
                .hasEntrySatisfying(
                        "bp/x/directory/set-user-id", entry -> assertThat(entry).startsWith("file 4755 "))
                .hasEntrySatisfying(
                        "bp/x/directory/closed", entry -> assertThat(entry).startsWith("file 0 "));
    }
}
