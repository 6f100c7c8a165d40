package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import dev.restorer.process.Finished;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real disk of 8 MiB. */
@Tag("long")
@OwnJvm(Start.MAY_MOUNT)
class FullDiskContentsIT {

    /** So that no layer meets the disk as another one fills it. */
    private static final List<String> ONE_BY_ONE = List.of("env", "RESTORER_JAVA_OPTS=-XX:ActiveProcessorCount=1");

    private static final byte[] NOTHING = new byte[1 << 16];

    @TempDir
    Path directory;

    @TempDir
    Path disk;

    @BeforeEach
    void mount() {
        Disks.mount(disk, "8m");
    }

    @AfterEach
    void unmount() {
        Disks.unmount(disk);
    }

    @Test
    void layersThatAreLargerThanTheDiskAreRemovedAndTheOthersAreRestored() {
        CacheDirectory cache = new CacheDirectory(directory)
                .layer("a-small", layer -> layer.file("file", 0644, "content"))
                .compressedLayer("b-bomb", layer -> layer.file("file", 0644, NOTHING, 4000))
                .layer("c-large", layer -> layer.file("file", 0644, NOTHING, 150))
                .compressedLayer("d-many", layer -> {
                    for (int i = 0; i < 1000; i++) {
                        layer.file("directory-" + i + "/file", 0644, NOTHING, 1);
                    }
                })
                .layer("e-small", layer -> layer.file("file", 0644, "content"))
                .write("0.10");
        Finished run = new Restore(cache, disk).runBy(ONE_BY_ONE);

        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.err())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .endsWith("Removing \"bp:b-bomb\", its contents cannot be restored:"
                                        + " it needs more space than the disk has left"),
                        line -> assertThat(line)
                                .endsWith("Removing \"bp:c-large\", its contents cannot be restored:"
                                        + " No space left on device"),
                        line -> assertThat(line).contains("Removing \"bp:d-many\", its contents cannot be restored: "));
        assertThat(FileTree.read(disk))
                .containsOnlyKeys(
                        "bp",
                        "bp/a-small",
                        "bp/a-small.toml",
                        "bp/a-small/file",
                        "bp/e-small",
                        "bp/e-small.toml",
                        "bp/e-small/file");
    }
}
