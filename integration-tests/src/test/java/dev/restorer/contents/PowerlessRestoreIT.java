package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.Start;
import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a user who, other than root, is kept out of directories and files by their modes. */
class PowerlessRestoreIT {

    @TempDir
    Path directory;

    private CacheDirectory cache;

    @BeforeEach
    void makeCache() {
        cache = new CacheDirectory(directory);
    }

    private static void locked(Layer layer) throws IOException {
        layer.directory("", 0555)
                .directory("locked", 0)
                .directory("locked/deeper", 0)
                .directory("locked/deeper/read-only", 0555)
                .file("locked/deeper/read-only/file", 0, "content")
                .directory("write-only", 0200)
                .file("write-only/file", 0400, "content")
                .file("set-user-id", 04755, "content")
                .file("set-group-id", 02755, "content");
    }

    private Finished restore() {
        Restore restore = new Restore(cache.write("0.10"), directory.resolve("layers"));
        Finished run = restore.runBy(Start.KEPT_OUT_BY_MODES.command());
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        return run;
    }

    @Test
    void directoriesThatTheirOwnerMayNotEnterAreRestoredAndReplacedAllTheSame() {
        cache.layer("x", PowerlessRestoreIT::locked);
        assertThat(restore().err()).isEmpty();
        var expected = FileTree.read(directory.resolve("layers"));
        assertThat(expected)
                .containsEntry("bp/x", "directory 555")
                .containsEntry("bp/x/locked/deeper", "directory 0")
                .containsKey("bp/x/locked/deeper/read-only/file")
                .containsEntry("bp/x/write-only", "directory 200")
                .hasEntrySatisfying("bp/x/set-user-id", file -> assertThat(file).contains("4755"))
                .hasEntrySatisfying(
                        "bp/x/set-group-id", file -> assertThat(file).contains("2755"));
        assertThat(restore().err()).isEmpty();
        assertThat(FileTree.read(directory.resolve("layers"))).isEqualTo(expected);
    }

    @Test
    void whatTheyHoldIsRemovedTooWhenTheirLayerIsRejected() throws IOException {
        cache.layer("x", layer -> {
            locked(layer);
            layer.file("locked", 0644, "a file in the place of the directory");
        });
        Path standing = Files.createDirectories(directory.resolve("layers/bp/x/locked/deeper"));
        Files.createFile(standing.resolve("file"));
        for (Path locked : List.of(standing, standing.resolveSibling("."), standing.resolve("../.."))) {
            Files.setAttribute(locked, "unix:mode", 0500);
        }
        assertThat(restore().err())
                .singleElement()
                .asString()
                .endsWith("Removing \"bp:x\", its contents cannot be restored:"
                        + " locked is a directory, and a file or a link too");
        assertThat(FileTree.read(directory.resolve("layers"))).containsOnlyKeys("bp");
    }
}
