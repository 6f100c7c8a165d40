package dev.restorer.files.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessIdTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("lock");
    }

    private void assertIsRead(String content, long... ids) throws IOException {
        Files.writeString(file, content);
        try (FileChannel channel = FileChannel.open(file)) {
            assertThat(ProcessId.read(channel).stream().toArray()).isEqualTo(ids);
        }
    }

    @Test
    void theIdOfThisProcessReplacesALongerContent() throws IOException {
        Files.writeString(file, "x".repeat(100));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ProcessId.writeOwn(channel);
            assertThat(ProcessId.read(channel)).hasValue(ProcessHandle.current().pid());
        }
        assertThat(file).hasContent(ProcessHandle.current().pid() + "\n");
    }

    @Test
    void onlyTheFirstLineIsRead() throws IOException {
        assertIsRead("1\n2\n", 1);
        assertIsRead("42\n" + "x".repeat(100), 42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "1", "0\n", "-1\n", "x\n", "1x\n", " 1\n", "99999999999999999999\n"})
    void otherContentIsNoId(String content) throws IOException {
        assertIsRead(content);
    }
}
