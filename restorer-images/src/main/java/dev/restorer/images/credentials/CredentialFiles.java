package dev.restorer.images.credentials;

import dev.restorer.images.formats.JsonException;
import dev.restorer.spi.ImageCredentials;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files with credentials that an environment names, and the variable that has the content of one. A file that
 * cannot be read matters only if it is needed.
 */
final class CredentialFiles {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.images");
    private static final int MAX_BYTES = 16 << 20;
    private static final String DOCKER_VARIABLE = "DOCKER_AUTH_CONFIG";

    private static final String PERMISSION_REMEDY =
            "Let this user read it, or, if root starts the command, name it by an absolute path through directories to"
                    + " which only root can write";

    /** This path means that there is no file. */
    private static final Path NONE = Path.of("/dev/null");

    private final List<ImageCredentials> found = new ArrayList<>();
    private final HelperPrograms programs;
    private final Map<Path, byte[]> given;

    /** Creates an object with the content of files, which is used in place of what they have. */
    CredentialFiles(HelperPrograms programs, Map<Path, byte[]> given) {
        this.programs = programs;
        this.given = given;
    }

    List<ImageCredentials> found() {
        return found;
    }

    void addNamedIn(Map<String, String> environment) {
        addVariable(environment.getOrDefault(DOCKER_VARIABLE, ""));
        String docker = environment.get("DOCKER_CONFIG");
        if (docker != null && !docker.isEmpty()) {
            warnIfFile(docker);
            add(docker, "config.json", true);
        } else {
            add(environment.get("HOME"), ".docker/config.json", false);
        }
        add(environment.get("REGISTRY_AUTH_FILE"), "", true);
        add(environment.get("XDG_RUNTIME_DIR"), "containers/auth.json", false);
    }

    /** As in Docker, files are used where the variable has no credentials, and it names no programs. */
    private void addVariable(String text) {
        if (text.isBlank()) {
            return;
        }
        try {
            byte[] json = text.getBytes(StandardCharsets.UTF_8);
            found.add(AuthFile.parse(DOCKER_VARIABLE, json, programs).withoutPrograms());
        } catch (JsonException e) {
            LOG.warn(
                    "No credentials are read from {}: {}. {}.",
                    DOCKER_VARIABLE,
                    e.getMessage(),
                    UnreadableCredentials.REMEDY);
        }
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
    private void add(@Nullable String directory, String name, boolean isChosen) {
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
            if (isBlank(json)) {
                return; // as in Docker
            }
            found.add(UnreadableCredentials.unlessParsed(
                    file.toString(), json, bytes -> AuthFile.parse(file.toString(), bytes, programs)));
        } catch (NoSuchFileException e) {
            // Each of the files is optional.
        } catch (IOException | InvalidPathException e) {
            String file = name.isEmpty() ? directory : directory + "/" + name;
            found.add(new UnreadableCredentials(
                    file,
                    problem(e),
                    e instanceof AccessDeniedException ? PERMISSION_REMEDY : UnreadableCredentials.REMEDY));
        }
    }

    private static boolean isBlank(byte[] json) {
        for (byte b : json) {
            if (" \t\r\n".indexOf(b) < 0) {
                return false;
            }
        }
        return true;
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
}
