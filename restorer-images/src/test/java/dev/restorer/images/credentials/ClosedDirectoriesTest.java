package dev.restorer.images.credentials;

import static dev.restorer.images.credentials.Homes.auth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories that this user may not enter, such as the home directory of another one. */
@Tag("long")
@OwnJvm(Start.KEPT_OUT_BY_MODES)
class ClosedDirectoriesTest {

    @TempDir
    Path directory;

    private Path closed;

    @BeforeEach
    void close() throws IOException {
        closed = Files.createDirectory(directory.resolve("closed"));
        mode(closed, "---------");
    }

    @AfterEach
    void open() throws IOException {
        mode(closed, "rwx------");
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOME", "XDG_RUNTIME_DIR"})
    void aDefaultDirectoryHasNoCredentials(String variable) {
        Homes homes = new Homes(directory).variable(variable, closed.toString());
        assertThat(homes.credential("r.example", "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOCKER_CONFIG", "REGISTRY_AUTH_FILE"})
    void aDirectoryThatWasChosenIsAnErrorWithItsPath(String variable) {
        Homes homes =
                new Homes(directory).variable(variable, closed.resolve("x").toString());
        assertThat(homes.failure("r.example", "x")).hasMessageContainingAll(closed.toString(), "permission is denied");
    }

    @Test
    void aClosedFileInTheHomeDirectoryIsAnError() throws IOException {
        Homes homes = new Homes(directory).docker("{\"auths\":{" + auth("r.example", "u", "p") + "}}");
        Path file = directory.resolve(".docker/config.json");
        mode(file, "---------");
        assertThat(homes.failure("r.example", "x"))
                .hasMessageContainingAll(
                        file + ": permission is denied. Let this user read it, or, ",
                        "directories to which only root can write");
    }
}
