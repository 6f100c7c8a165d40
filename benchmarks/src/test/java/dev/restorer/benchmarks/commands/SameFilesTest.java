package dev.restorer.benchmarks.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameFilesTest {

    @TempDir
    Path directory;

    private Path unpacked;
    private Path restored;

    @BeforeEach
    void writeBoth() throws IOException {
        unpacked = file(directory.resolve("unpacked"), "layers/example_node/layer-0/file", "content")
                .resolve("../../../..")
                .normalize();
        restored = file(directory.resolve("restored"), "example_node/layer-0/file", "content")
                .resolve("../../..")
                .normalize();
    }

    private static Path file(Path in, String path, String content) throws IOException {
        Path file = in.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void theSameFilesAreCounted() throws IOException {
        Files.writeString(restored.resolve("example_node/layer-0.toml"), "");
        assertThat(SameFiles.require(unpacked, restored)).isEqualTo(1);
    }

    @Test
    void aFileWithOtherContentIsAnError() throws IOException {
        file(restored, "example_node/layer-0/file", "CONTENT");
        fails();
    }

    @Test
    void aMissingFileIsAnError() throws IOException {
        Files.delete(restored.resolve("example_node/layer-0/file"));
        fails();
    }

    @Test
    void aFurtherFileIsAnError() throws IOException {
        file(restored, "example_node/layer-0/further", "content");
        fails();
    }

    private void fails() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SameFiles.require(unpacked, restored))
                .withMessageContaining("The files of layer-0 are not those of its tar");
    }
}
