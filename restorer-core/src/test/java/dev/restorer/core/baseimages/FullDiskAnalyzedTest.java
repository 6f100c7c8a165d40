package dev.restorer.core.baseimages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.BaseImageRecorder;
import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.UnwritableFileException;
import dev.restorer.fixtures.Disks;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An {@code analyzed.toml} of 40 KB on a disk of 64 KiB, which has no room for a second one. */
@Tag("long")
@OwnJvm(Start.MAY_MOUNT)
class FullDiskAnalyzedTest {

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
    void whereThereIsNoRoomTheOldFileStaysWholeAndNothingElseIsLeft() throws IOException {
        Path analyzed = disk.resolve("analyzed.toml");
        String old = "long = \"" + "x".repeat(40_000) + "\"\n[run-image]\nimage = \"r.example/run:1\"\n";
        Files.writeString(analyzed, old);
        NamedImages images = new NamedImages().with("r.example/run:1");
        BaseImageRequest request =
                BaseImageRequest.of(analyzed).extensions(true).build();
        assertThatExceptionOfType(UnwritableFileException.class)
                .isThrownBy(() -> BaseImageRecorder.load().record(request, images))
                .withMessageContainingAll(analyzed.toString(), "No space left on device");
        assertThat(analyzed).hasContent(old);
        try (var files = Files.list(disk)) {
            assertThat(files).containsExactly(analyzed);
        }
    }
}
