package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonException;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up credentials in several sources, in this order: those of the configuration, {@code CNB_REGISTRY_AUTH}, the
 * {@code config.json} of Docker, {@code REGISTRY_AUTH_FILE}, the {@code auth.json} of Podman. Files are read when this
 * object is created; helper programs run when a credential is needed.
 */
public final class CredentialSources implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.images");
    private static final int MAX_BYTES = 16 << 20;

    private static final String REMEDY = "Correct or remove it";
    private static final String PERMISSION_REMEDY =
            "Let this user read it. If root starts the command, the file may also be in directories that only root can"
                    + " write to, at an absolute path";

    /** This path means that there is no file. */
    private static final Path NONE = Path.of("/dev/null");

    /** Those of the configuration and of the variable, which are meant for this build. */
    private final List<ImageCredentials> chosen = new ArrayList<>();

    /** Those of the files, which are found where this user or machine has them. */
    private final List<ImageCredentials> files = new ArrayList<>();

    /** The problems that were logged, each of them once. */
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

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
        found.chosen.add(named(configuration.credentials()));
        String variable = environment.getOrDefault(AuthVariable.NAME, "");
        if (!variable.isBlank()) {
            found.chosen.add(parse(AuthVariable.NAME, variable.getBytes(StandardCharsets.UTF_8), AuthVariable::parse));
        }
        String docker = environment.get("DOCKER_CONFIG");
        if (docker != null && !docker.isEmpty()) {
            warnIfFile(docker);
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

    /** As in Docker, there are no credentials then. Other programs have variables that name the file itself. */
    private static void warnIfFile(String docker) {
        try {
            if (Files.isRegularFile(Path.of(docker))) {
                LOG.warn(
                        "DOCKER_CONFIG names a file, {}, so no credentials are read from it. Name the directory that holds"
                                + " config.json.",
                        docker);
            }
        } catch (InvalidPathException e) {
            // Reported when the file is read.
        }
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
            files.add(parse(file.toString(), json, bytes -> AuthFile.parse(file.toString(), bytes, programs)));
        } catch (NoSuchFileException e) {
            // Each of the files is optional.
        } catch (IOException | InvalidPathException e) {
            String file = name.isEmpty() ? directory : directory + "/" + name;
            files.add(new UnreadableCredentials(
                    file, problem(e), e instanceof AccessDeniedException ? PERMISSION_REMEDY : REMEDY));
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
            return new UnreadableCredentials(name, String.valueOf(e.getMessage()), REMEDY);
        }
    }

    /**
     * Looks up the credential for a repository. A file or helper program that cannot be used is logged, and ends the
     * lookup without a credential, as in the lifecycle: the image may be public.
     *
     * @param registry the registry
     * @param repository the repository
     * @return the credential, or none, with the reason if a file or helper program cannot be used
     * @throws ImageReadException if the credentials of the configuration or of {@code CNB_REGISTRY_AUTH} cannot be used
     */
    public FoundCredential find(String registry, String repository) {
        ImageCredential found = first(chosen, registry, repository);
        if (found != null) {
            return new FoundCredential(found, null);
        }
        try {
            return new FoundCredential(first(files, registry, repository), null);
        } catch (ImageReadException e) {
            if (programs.isClosed() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            if (logged.add(e.problem())) {
                LOG.warn("{} is read without credentials: {}. {}.", registry, e.problem(), e.remedy());
            }
            return new FoundCredential(null, e);
        }
    }

    private static @Nullable ImageCredential first(List<ImageCredentials> sources, String registry, String repository) {
        for (ImageCredentials each : sources) {
            Optional<ImageCredential> credential = each.credential(registry, repository);
            if (credential.isPresent()) {
                return credential.get();
            }
        }
        return null;
    }

    /** Terminates running helper programs. */
    @Override
    public void close() {
        programs.close();
    }
}
