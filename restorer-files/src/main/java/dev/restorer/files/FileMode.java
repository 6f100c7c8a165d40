package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * The numeric Unix mode of a file, whose set-user-id, set-group-id and sticky bits
 * {@link java.nio.file.attribute.PosixFilePermission} lacks.
 */
public final class FileMode {

    private static final String MODE = "unix:mode";
    private static final int BITS = 07777;
    private static final int TYPE = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int OWNER_ALL = 0700;

    private FileMode() {}

    /**
     * Returns the mode of a file.
     *
     * @param path a file or directory; a link is not followed
     * @return its permissions and the three bits above them
     * @throws IOException if it cannot be read
     */
    public static int of(Path path) throws IOException {
        return withType(path) & BITS;
    }

    private static int withType(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, MODE, LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns the mode from attributes that were read. */
    static int in(Map<String, Object> attributes) {
        return (Integer) Objects.requireNonNull(attributes.get("mode")) & BITS;
    }

    /**
     * Sets the mode of a file, independent of the umask.
     *
     * @param path a file or directory, not a link
     * @param mode its permissions and the three bits above them
     * @throws IOException if it cannot be set
     */
    public static void set(Path path, int mode) throws IOException {
        Files.setAttribute(path, MODE, mode & BITS);
    }

    /**
     * Gives the owner of a directory all permissions on it. If the directory belongs to another user, its mode is not
     * changed.
     *
     * @param path a directory; anything else is not changed
     * @return whether it is a directory, and not a link to one
     * @throws IOException if the path does not exist
     */
    public static boolean grantOwnerAccess(Path path) throws IOException {
        int mode = withType(path);
        boolean directory = (mode & TYPE) == DIRECTORY;
        if (directory && (mode & OWNER_ALL) != OWNER_ALL) {
            setIfOwner(path, mode | OWNER_ALL);
        }
        return directory;
    }

    /** Sets the mode of a file, unless the file belongs to another user. */
    public static void setIfOwner(Path path, int mode) {
        try {
            set(path, mode);
        } catch (IOException e) {
            // An operation that the mode forbids will report the failure.
        }
    }
}
