package dev.restorer.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.contents.CacheDirectory;
import dev.restorer.contents.Restore;
import dev.restorer.fixtures.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody reads the pipe that the command writes to. As any program does, it waits for the reader; but it can be ended.
 */
@Tag("long")
class UnreadPipeIT {

    private static final int TERMINATED = 128 + 15;

    /** Their lines are more than the pipe and the command's own buffer hold. */
    private static final int LAYERS = 3_500;

    @TempDir
    Path directory;

    private @Nullable Process process;

    @AfterEach
    void leaveNoProcess() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private Restore restore() {
        CacheDirectory cache = new CacheDirectory(directory);
        for (int i = 0; i < LAYERS; i++) {
            cache.knownLayer("layer-" + i, "sha256:" + "0".repeat(64));
        }
        return new Restore(cache.write("0.10"), directory.resolve("layers"));
    }

    /** Waits until no more goes into the pipe. */
    private static void awaitFull(Process process) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        int last = 0;
        for (int same = 0; same < 20; same++) {
            int now = process.getInputStream().available();
            if (now == 0 || now != last) {
                same = 0;
            }
            last = now;
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).isTrue();
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process = builder.start();
        return process;
    }

    /** The SBOM is restored last, and then the lock goes. */
    private static boolean isDone(Path layers) {
        return Files.exists(layers.resolve("bp/y.sbom.cdx.json")) && !Files.exists(layers.resolve(".restorer.lock"));
    }

    private static void assertEndsWhenItIsToldTo(Process process) throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"restore", "explain"})
    void aCommandThatWaitsForItsReaderEndsWhenItIsToldTo(String what) throws Exception {
        List<String> command = restore().command(List.of());
        command.set(1, what);
        Process started = start(command);
        awaitFull(started);
        assertEndsWhenItIsToldTo(started);
    }

    @Test
    void soDoesOneWhoseReportNobodyReads() throws Exception {
        SmallBuild build = SmallBuild.in(directory);
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Restore restore = build.restore(directory.resolve("layers"));
        Process started = start(restore.command(List.of(), "--report", pipe.toString()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isDone(restore.layers())) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
        assertThat(FileTree.read(restore.layers())).isEqualTo(build.clean());
        assertEndsWhenItIsToldTo(started);
    }
}
