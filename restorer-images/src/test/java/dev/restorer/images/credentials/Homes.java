package dev.restorer.images.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.CapturedLog;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageSourceConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A home directory with files for credentials, and the environment variables that name them. */
final class Homes {

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<Path, byte[]> given = new HashMap<>();
    private ImageCredentials passed = ImageCredentials.none();
    private Duration timeout = Duration.ofSeconds(20);

    Homes(Path directory) {
        this.directory = directory;
    }

    Homes variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Homes passed(ImageCredentials credentials) {
        passed = credentials;
        return this;
    }

    Homes timeout(Duration value) {
        timeout = value;
        return this;
    }

    /** Gives the content of a file, whatever the file itself has. */
    Homes given(Path file, String text) {
        given.put(file, text.getBytes(UTF_8));
        return this;
    }

    /** Writes a config.json of Docker into HOME. */
    Homes docker(String json) throws IOException {
        write(".docker/config.json", json);
        return variable("HOME", directory.toString());
    }

    Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Adds a program to the PATH. */
    Homes program(String name, String script) throws IOException {
        Path file = write("bin/" + name, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return variable("PATH", directory.resolve("bin") + ":/usr/bin:/bin");
    }

    CredentialSources find() {
        return CredentialSources.of(ImageSourceConfiguration.builder()
                .environment(environment)
                .files(given)
                .credentials(passed)
                .readTimeout(timeout)
                .build());
    }

    Optional<ImageCredential> credential(String registry, String repository) {
        try (CredentialSources found = find()) {
            return Optional.ofNullable(found.find(registry, repository).credential());
        }
    }

    /** Returns why it is not known whether there is a credential. */
    ImageReadException failure(String registry, String repository) {
        try (CapturedLog log = new CapturedLog();
                CredentialSources found = find()) {
            FoundCredential result = found.find(registry, repository);
            assertThat(result.credential()).isNull();
            ImageReadException failure = Objects.requireNonNull(result.failure());
            assertThat(log.lines())
                    .containsExactly("WARN " + registry + " is read without credentials: " + failure.problem() + ". "
                            + failure.remedy() + ".");
            return failure;
        }
    }

    static Optional<ImageCredential> basic(String user, String password) {
        return Optional.of(new ImageCredential.Basic(user, password));
    }

    /** Returns an entry of a file, with user and password in Base64. */
    static String auth(String key, String user, String password) {
        return "\"" + key + "\":{\"auth\":\"" + base64(user + ":" + password) + "\"}";
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
