package dev.restorer.images.credentials;

import dev.restorer.api.Quoted;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks programs {@code docker-credential-…} for credentials. (Docker, credential helper protocol) */
final class HelperPrograms implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String PREFIX = "docker-credential-";

    /** What Docker asks for where it means Docker Hub. */
    private static final String DOCKER_HUB_ADDRESS = "https://index.docker.io/v1/";

    private final Map<String, String> environment;
    private final Duration timeout;
    private final RunningPrograms running = new RunningPrograms();

    HelperPrograms(Map<String, String> environment, Duration timeout) {
        this.environment = environment;
        this.timeout = timeout;
    }

    /** Returns the credential that a program has; empty if it says that it has none. */
    Optional<ImageCredential> credential(String name, String registry, String repository) {
        Path program = NAME.matcher(name).matches() ? find(PREFIX + name) : null;
        if (program == null) {
            throw failure(registry, repository, name, "is not there");
        }
        String server = registry.equals(RegistryReference.DOCKER_HUB) ? DOCKER_HUB_ADDRESS : registry;
        try {
            return HelperAnswer.read(running.run(program, server, environment, timeout));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(registry, repository, name, "was interrupted");
        } catch (IOException | IllegalArgumentException e) {
            throw failure(registry, repository, name, "fails: " + e.getMessage());
        }
    }

    private static ImageReadException failure(String registry, String repository, String name, String problem) {
        return Failures.of(
                registry,
                repository,
                "the program " + Quoted.quote(PREFIX + name) + " for its credentials " + problem,
                "Install or mend it, or remove it from credsStore and credHelpers");
    }

    /** Looks through the PATH of the environment that is given, which need not be that of this process. */
    private @Nullable Path find(String file) {
        for (String directory : environment.getOrDefault("PATH", "").split(":", -1)) {
            Path program = Path.of(directory).resolve(file);
            if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
                return program;
            }
        }
        return null;
    }

    /** Ends what runs. */
    @Override
    public void close() {
        running.close();
    }
}
