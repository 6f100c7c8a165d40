package dev.restorer.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real disk of 64 KiB, which takes root to mount. */
class FullDiskTest {

    @TempDir
    Path disk;

    @BeforeEach
    void mount() throws Exception {
        run("mount", "-t", "tmpfs", "-o", "size=64k", "restorer-test", disk.toString());
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void whereTheDiskIsFullTheOldFileStaysWholeAndNothingElseIsLeft() throws IOException {
        try (ConfinedFolder folder = ConfinedFolder.make(disk, "bp")) {
            folder.replace("x.toml", ByteBuffer.wrap("old".getBytes(UTF_8)));

            assertThatThrownBy(() -> folder.replace("x.toml", ByteBuffer.wrap(new byte[1 << 20])))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left on device");
        }
        assertThat(disk.resolve("bp/x.toml")).hasContent("old");
        try (var files = Files.list(disk.resolve("bp"))) {
            assertThat(files).hasSize(1);
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
