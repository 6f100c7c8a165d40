package dev.restorer.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.benchmarks.data.ContentsSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheImageTest {

    @Test
    void theLayoutHasTheLayersTheConfigAndTheManifest(@TempDir Path directory) throws Exception {
        Path layout = directory.resolve("layout");
        CacheImage.write(new ContentsSet(3, 2, 100, true), layout);
        try (Stream<Path> blobs = Files.list(layout.resolve("blobs/sha256"))) {
            assertThat(blobs).hasSize(3 + 2);
        }
    }

    @Test
    void textIsCompressedToAboutHalf(@TempDir Path directory) throws Exception {
        Path layout = directory.resolve("layout");
        int bytes = 1 << 20;
        CacheImage.write(new ContentsSet(1, 1, bytes, true), layout);
        List<Path> blobs;
        try (Stream<Path> files = Files.list(layout.resolve("blobs/sha256"))) {
            blobs = files.toList();
        }
        long largest = 0;
        for (Path blob : blobs) {
            largest = Math.max(largest, Files.size(blob));
        }
        assertThat(largest).isBetween((long) bytes / 3, (long) bytes * 2 / 3);
    }
}
