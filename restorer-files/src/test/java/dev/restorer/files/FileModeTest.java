package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileModeTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 0644, 0777, 01777, 02755, 04755, 07777})
    void aModeIsWhatItWasSetTo(int mode) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        FileMode.set(file, mode);
        assertThat(FileMode.of(file)).isEqualTo(mode);
    }

    @Test
    void bitsBeyondTheModeAreLeftOut() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        FileMode.set(file, 0120640);
        assertThat(FileMode.of(file)).isEqualTo(0640);
        assertThat(file).isRegularFile();
    }

    @Test
    void theModeOfALinkIsItsOwn() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        FileMode.set(file, 0600);
        assertThat(FileMode.of(Files.createSymbolicLink(directory.resolve("link"), file)))
                .isEqualTo(0777);
    }
}
