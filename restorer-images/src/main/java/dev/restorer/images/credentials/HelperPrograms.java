package dev.restorer.images.credentials;

import dev.restorer.api.Quoted;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gets credentials from the programs {@code docker-credential-…}. (Docker, credential helper protocol) */
final class HelperPrograms implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String PREFIX = "docker-credential-";

    private final Map<String, String> environment;
    private final Duration timeout;
    private final RunningPrograms running = new RunningPrograms();

    HelperPrograms(Map<String, String> environment, Duration timeout) {
        this.environment = environment;
        this.timeout = timeout;
    }

    /** Returns the credential of a program; empty if it has none for the registry. */
    Optional<ImageCredential> credential(String name, String registry, String repository) {
        Path program = NAME.matcher(name).matches() ? find(PREFIX + name) : null;
        if (program == null) {
            throw failure(registry, repository, name, "was not found");
        }
        String server = registry.equals(RegistryReference.DOCKER_HUB) ? AuthKeys.DOCKER_HUB_KEY : registry;
        try {
            return HelperOutput.read(running.run(program, server, environment, timeout));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(registry, repository, name, "was interrupted");
        } catch (IOException | IllegalArgumentException e) {
            throw failure(registry, repository, name, "failed: " + e.getMessage());
        }
    }

    private static ImageReadException failure(String registry, String repository, String name, String problem) {
        return CredentialFailures.of(
                registry,
                repository,
                "the credential helper " + Quoted.quote(PREFIX + name) + " " + problem,
                "Install or repair it, or remove it from credsStore and credHelpers");
    }

    /** Searches the PATH of the configured environment, which may differ from that of this process. */
    private @Nullable Path find(String file) {
        for (String directory : environment.getOrDefault("PATH", "").split(":", -1)) {
            Path program = program(directory, file);
            if (program != null && Files.isRegularFile(program) && Files.isExecutable(program)) {
                return program;
            }
        }
        return null;
    }

    /** Returns the path of a program; null if that of the directory is relative, or invalid. */
    private static @Nullable Path program(String directory, String file) {
        try {
            Path program = Path.of(directory).resolve(file);
            return program.isAbsolute() ? program : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    boolean isClosed() {
        return running.isClosed();
    }

    /** Terminates running programs. */
    @Override
    public void close() {
        running.close();
    }
}
