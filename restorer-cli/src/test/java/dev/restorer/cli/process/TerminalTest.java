package dev.restorer.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    @TempDir
    Path directory;

    /** JUnit prints a warning for links out of its directory. */
    @AfterEach
    void deleteTheLink() throws IOException {
        Files.deleteIfExists(directory.resolve("2"));
    }

    private Path linkTo(String target) throws IOException {
        return Files.createSymbolicLink(directory.resolve("2"), Path.of(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/dev/pts/0", "/dev/pts/12", "/dev/tty", "/dev/tty1", "/dev/ttyS0", "/dev/console", "/dev/hvc0"})
    void theseAreTerminals(String device) throws IOException {
        assertThat(Terminal.isTerminal(linkTo(device))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/dev/null", "pipe:[123]", "socket:[5]", "/tmp/dev/pts/0", "/dev/pts/0 (deleted)", "/dev/pts/"})
    void theseAreNotTerminals(String device) throws IOException {
        assertThat(Terminal.isTerminal(linkTo(device))).isFalse();
    }

    @Test
    void withoutInformationOfTheSystemThereIsNoTerminal() {
        assertThat(Terminal.isTerminal(directory.resolve("nothing"))).isFalse();
        assertThat(Terminal.isTerminal(directory)).isFalse();
    }
}
