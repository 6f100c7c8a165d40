package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonException;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.vendors.Vendor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up credentials in several sources, in this order: those of the configuration, {@code CNB_REGISTRY_AUTH}, the
 * {@code config.json} of Docker, {@code REGISTRY_AUTH_FILE}, the {@code auth.json} of Podman. Files are read when this
 * object is created; helper programs run when a credential is needed.
 */
public final class CredentialSources implements ImageCredentials, AutoCloseable {

    private static final int MAX_BYTES = 16 << 20;

    /** This path means that there is no file. */
    private static final Path NONE = Path.of("/dev/null");

    private final List<ImageCredentials> sources = new ArrayList<>();
    private final HelperPrograms programs;
    private final Map<Path, byte[]> given;

    private CredentialSources(HelperPrograms programs, Map<Path, byte[]> given) {
        this.programs = programs;
        this.given = given;
    }

    /**
     * Reads the files with credentials.
     *
     * @param configuration the configuration with credentials and the environment
     * @return the credentials
     */
    public static CredentialSources of(ImageSourceConfiguration configuration) {
        Map<String, String> environment = configuration.environment();
        CredentialSources found = new CredentialSources(
                new HelperPrograms(environment, configuration.readTimeout()), configuration.files());
        found.sources.add(named(configuration.credentials()));
        String variable = environment.getOrDefault(AuthVariable.NAME, "");
        if (!variable.isBlank()) {
            found.sources.add(parse(AuthVariable.NAME, variable.getBytes(StandardCharsets.UTF_8), AuthVariable::parse));
        }
        String docker = environment.get("DOCKER_CONFIG");
        if (docker != null && !docker.isEmpty()) {
            found.file(docker, "config.json", true);
        } else {
            found.file(environment.get("HOME"), ".docker/config.json", false);
        }
        found.file(environment.get("REGISTRY_AUTH_FILE"), "", true);
        found.file(environment.get("XDG_RUNTIME_DIR"), "containers/auth.json", false);
        return found;
    }

    /** Names the class of credentials that were passed in if they fail. */
    private static ImageCredentials named(ImageCredentials credentials) {
        Vendor vendor = new Vendor(credentials, "source of credentials");
        return (registry, repository) -> vendor.call(
                "credentials for " + registry + "/" + repository, () -> credentials.credential(registry, repository));
    }

    /**
     * Adds a file. If its directory is only a default, and may not be entered, there is no file, as in the lifecycle:
     * the directory may be that of another user.
     */
    private void file(@Nullable String directory, String name, boolean isChosen) {
        if (directory == null || directory.isEmpty()) {
            return;
        }
        try {
            Path file = Path.of(directory).resolve(name);
            if (file.equals(NONE)) {
                return;
            }
            if (!isChosen && !given.containsKey(file) && !Files.exists(file)) {
                return;
            }
            byte[] json = bytes(file);
            sources.add(parse(file.toString(), json, bytes -> AuthFile.parse(file.toString(), bytes, programs)));
        } catch (NoSuchFileException e) {
            // Each of the files is optional.
        } catch (IOException | InvalidPathException e) {
            sources.add(new UnreadableCredentials(name.isEmpty() ? directory : directory + "/" + name, problem(e)));
        }
    }

    /** Describes a failure without the path, which the message has already. */
    private static String problem(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission is denied";
        }
        String reason = e instanceof FileSystemException failure ? failure.getReason() : null;
        return reason == null ? String.valueOf(e.getMessage()) : reason;
    }

    private byte[] bytes(Path file) throws IOException {
        byte[] content = given.get(file);
        if (content != null) {
            if (content.length == 0) {
                throw new NoSuchFileException(file.toString());
            }
            return content;
        }
        if (isBelowFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is not a regular file"); // opening a pipe would block
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it has more than " + MAX_BYTES + " bytes, the limit");
            }
            return bytes;
        }
    }

    /** Tells whether a file is in the place of a directory of the path, as with the home directory /dev/null. */
    private static boolean isBelowFile(Path path) {
        Path above = path.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && !Files.isDirectory(above);
    }

    private static ImageCredentials parse(String name, byte[] json, Function<byte[], ImageCredentials> parsing) {
        try {
            return parsing.apply(json);
        } catch (JsonException e) {
            return new UnreadableCredentials(name, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<ImageCredential> credential(String registry, String repository) {
        for (ImageCredentials each : sources) {
            Optional<ImageCredential> credential = each.credential(registry, repository);
            if (credential.isPresent()) {
                return credential;
            }
        }
        return Optional.empty();
    }

    /** Terminates running helper programs. */
    @Override
    public void close() {
        programs.close();
    }
}
