package dev.restorer.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real disk of 64 KiB. */
@OwnJvm(Start.MAY_MOUNT)
class FullDiskTest {

    @TempDir
    Path disk;

    @BeforeEach
    void mount() {
        Disks.mount(disk, "64k");
    }

    @AfterEach
    void unmount() {
        Disks.unmount(disk);
    }

    @Test
    void whereTheDiskIsFullTheOldFileStaysWholeAndNothingElseIsLeft() throws IOException {
        try (ConfinedDirectory directory = new TrustedDirectory(disk).make("bp")) {
            directory.replace("x.toml", ByteBuffer.wrap("old".getBytes(UTF_8)));

            assertThatThrownBy(() -> directory.replace("x.toml", ByteBuffer.wrap(new byte[1 << 20])))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left on device");
        }
        assertThat(disk.resolve("bp/x.toml")).hasContent("old");
        try (var files = Files.list(disk.resolve("bp"))) {
            assertThat(files).hasSize(1);
        }
    }
}
