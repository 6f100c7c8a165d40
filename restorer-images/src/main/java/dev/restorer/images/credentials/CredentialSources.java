package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonException;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageSourceConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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
 * All credentials that there are, in the order in which they count: those passed in, {@code CNB_REGISTRY_AUTH}, the
 * {@code config.json} of Docker, {@code REGISTRY_AUTH_FILE}, the {@code auth.json} of Podman. Files are read when they
 * are found; programs are asked when a credential is needed.
 */
public final class FoundCredentials implements ImageCredentials, AutoCloseable {

    private static final int MAX_BYTES = 16 << 20;

    /** Whoever wants no file names this one. */
    private static final Path NONE = Path.of("/dev/null");

    private final List<ImageCredentials> all = new ArrayList<>();
    private final HelperPrograms programs;
    private final Map<Path, byte[]> given;

    private FoundCredentials(HelperPrograms programs, Map<Path, byte[]> given) {
        this.programs = programs;
        this.given = given;
    }

    /**
     * Finds credentials, and reads their files.
     *
     * @param configuration has those passed in, and the environment that leads to the others
     * @return the credentials
     */
    public static FoundCredentials of(ImageSourceConfiguration configuration) {
        Map<String, String> environment = configuration.environment();
        FoundCredentials found = new FoundCredentials(
                new HelperPrograms(environment, configuration.readTimeout()), configuration.files());
        found.all.add(configuration.credentials());
        String variable = environment.getOrDefault(AuthVariable.NAME, "");
        if (!variable.isBlank()) {
            found.all.add(parsed(AuthVariable.NAME, variable.getBytes(StandardCharsets.UTF_8), AuthVariable::parse));
        }
        String docker = environment.get("DOCKER_CONFIG");
        found.file(
                isSet(docker) ? docker : environment.get("HOME"),
                isSet(docker) ? "config.json" : ".docker/config.json");
        found.file(environment.get("REGISTRY_AUTH_FILE"), "");
        found.file(environment.get("XDG_RUNTIME_DIR"), "containers/auth.json");
        return found;
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    private void file(@Nullable String directory, String name) {
        if (directory == null || directory.isEmpty()) {
            return;
        }
        try {
            Path file = Path.of(directory).resolve(name);
            if (file.equals(NONE)) {
                return;
            }
            byte[] json = bytes(file);
            all.add(parsed(file.toString(), json, bytes -> AuthFile.parse(file.toString(), bytes, programs)));
        } catch (NoSuchFileException e) {
            // Most of them are not there.
        } catch (IOException | InvalidPathException e) {
            String problem = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
            all.add(new Unreadable(directory + "/" + name, problem));
        }
    }

    private byte[] bytes(Path file) throws IOException {
        byte[] content = given.get(file);
        if (content != null) {
            if (content.length == 0) {
                throw new NoSuchFileException(file.toString());
            }
            return content;
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is no regular file"); // opening a pipe would wait
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it has more than " + MAX_BYTES + " bytes, the limit");
            }
            return bytes;
        }
    }

    private static ImageCredentials parsed(String name, byte[] json, Function<byte[], ImageCredentials> parsing) {
        try {
            return parsing.apply(json);
        } catch (JsonException e) {
            return new Unreadable(name, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<ImageCredential> credential(String registry, String repository) {
        for (ImageCredentials each : all) {
            Optional<ImageCredential> credential = each.credential(registry, repository);
            if (credential.isPresent()) {
                return credential;
            }
        }
        return Optional.empty();
    }

    /** Ends programs that are being asked. */
    @Override
    public void close() {
        programs.close();
    }
}
