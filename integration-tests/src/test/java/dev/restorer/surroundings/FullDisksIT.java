package dev.restorer.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import dev.restorer.process.Finished;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a real disk on which nothing more can be written, or a little, then a little more, until a restore fits on it. */
@OwnJvm(Start.MAY_MOUNT)
@Tag("long")
class FullDisksIT {

    private static final int PAGE = 4096;
    private static final int MAX_PIECES = 30;

    @TempDir
    Path directory;

    @TempDir
    Path disk;

    private SmallBuild build;
    private Path layers;
    private final Deque<Path> ballast = new ArrayDeque<>();

    @BeforeEach
    void mount() {
        build = SmallBuild.in(directory);
        layers = disk.resolve("layers");
        Disks.mount(disk, "1m", 600);
    }

    @AfterEach
    void unmount() {
        Disks.unmount(disk);
    }

    /** What of the disk is used up. */
    enum Scarce {
        BYTES {
            @Override
            void take(Path file) throws IOException {
                try (OutputStream out = Files.newOutputStream(file)) {
                    out.write(new byte[PAGE]);
                }
            }
        },
        INODES {
            @Override
            void take(Path file) throws IOException {
                Files.createFile(file);
            }
        };

        /** Takes a piece of it. */
        abstract void take(Path file) throws IOException;
    }

    private void fill(Scarce scarce) {
        for (int i = 0; ; i++) {
            Path file = disk.resolve("ballast-" + i);
            ballast.push(file);
            try {
                scarce.take(file);
            } catch (IOException e) {
                return; // No space is left, maybe with a file that is empty.
            }
        }
    }

    private void free(int pieces) throws IOException {
        for (int i = 0; i < pieces && !ballast.isEmpty(); i++) {
            Files.deleteIfExists(ballast.pop());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereADirectoryStandsEachFileOfItIsOldOrNew(Scarce scarce) throws IOException {
        Map<String, String> old = build.putOld(layers);
        assertEachRunIsWhole(scarce, old);
    }

    @ParameterizedTest
    @EnumSource
    void whereNoneStandsNothingIsLeft(Scarce scarce) throws IOException {
        assertEachRunIsWhole(scarce, Map.of());
    }

    private void assertEachRunIsWhole(Scarce scarce, Map<String, String> old) throws IOException {
        fill(scarce);
        free(1); // the one that may be there in part
        int failed = 0;
        for (int pieces = 1; !isComplete() && pieces <= MAX_PIECES; pieces += 2) {
            Finished run = build.restore(layers).run();
            build.assertEachIsOldOrNew(layers, old);
            if (run.exitCode() == 0) {
                assertBothOrNeither(FileTree.read(layers).keySet());
            } else {
                build.assertFailsInOneLine(run, layers.toString(), "No space left on device");
                failed++;
            }
            free(2);
        }
        assertThat(isComplete()).as("a restore fits on the disk in the end").isTrue();
        assertThat(failed).as("restores that failed").isPositive();
        free(Integer.MAX_VALUE);
        build.assertTheNextCompletes(layers);
    }

    private boolean isComplete() {
        return Files.exists(layers) && FileTree.read(layers).equals(build.clean());
    }

    private static void assertBothOrNeither(Set<String> paths) {
        for (String layer : new String[] {"x", "y", "z"}) {
            assertThat(paths.contains("bp/" + layer + ".toml")).as(layer).isEqualTo(paths.contains("bp/" + layer));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReportForWhichThereIsNoRoomIsAnErrorAndTheOldOneStays(Scarce scarce) throws IOException {
        Path report = Files.writeString(disk.resolve("report.json"), "old");
        fill(scarce);
        Path elsewhere = directory.resolve("layers");
        Finished run = build.restore(elsewhere).run("--report", report.toString(), "--log-level", "error");
        build.assertFailsInOneLine(run, report + " cannot be written: No space left on device");
        assertThat(report).hasContent("old");
        try (Stream<Path> files = Files.list(disk)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith(".restorer"));
        }
        assertThat(FileTree.read(elsewhere)).isEqualTo(build.clean());
    }

    @Test
    void aDiskThatMayOnlyBeReadIsAnErrorAndStaysAsItIs() throws IOException {
        Map<String, String> old = build.putOld(layers);
        Disks.makeReadOnly(disk);
        Finished run = build.restore(layers).run();
        build.assertFailsInOneLine(run, layers.resolve("bp").toString(), "Read-only file system");
        assertThat(FileTree.read(layers)).isEqualTo(old);
        Disks.makeWritable(disk);
        build.assertTheNextCompletes(layers);
    }

    @Test
    void soIsOneWithoutALayersDirectory() {
        Disks.makeReadOnly(disk);
        build.assertFailsInOneLine(build.restore(layers).run(), layers.toString(), "Read-only file system");
        Disks.makeWritable(disk);
        build.assertTheNextCompletes(layers);
    }
}
