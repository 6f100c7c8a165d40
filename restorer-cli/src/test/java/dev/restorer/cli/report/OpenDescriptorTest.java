package dev.restorer.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDescriptorTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "/dev/stdin, 0",
        "/dev/stdout, 1",
        "/dev/stderr, 2",
        "/dev/fd/7, 7",
        "/proc/self/fd/1, 1",
        "/proc/thread-self/fd/1, 1",
        "/proc/self/task/../fd/12, 12",
        "/proc/self/fd/x, -1"
    })
    void aDescriptorOfThisProcessHasItsNumber(String path, int number) {
        assertThat(OpenDescriptor.at(Path.of(path))).hasValue(number);
    }

    @Test
    void thisProcessMayBeNamedByItsNumber() {
        long pid = ProcessHandle.current().pid();
        assertThat(OpenDescriptor.at(Path.of("/proc/" + pid + "/fd/2"))).hasValue(2);
    }

    @Test
    void aDescriptorIsFoundBehindLinks() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("/dev/stdout"));
        Path other = Files.createSymbolicLink(directory.resolve("other"), link.getFileName());
        assertThat(OpenDescriptor.at(other)).hasValue(1);
    }

    @Test
    void linksInACircleAreNotDescriptors() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("link"));
        assertThat(OpenDescriptor.at(link)).isEqualTo(OptionalInt.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dev/null", "/dev/shm/x", "/proc/version", "/none/fd/1", "report.json"})
    void otherPathsAreNotDescriptors(String path) {
        assertThat(OpenDescriptor.at(Path.of(path))).isEmpty();
    }

    @Test
    void aFileInADirectoryOfThatNameIsNotADescriptor() throws IOException {
        Path descriptors = Files.createDirectory(directory.resolve("fd"));
        assertThat(OpenDescriptor.at(descriptors.resolve("1"))).isEmpty();
    }
}
