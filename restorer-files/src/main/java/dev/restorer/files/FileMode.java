package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The mode of a file as the number that Unix has for it, whose set-user-id and sticky bits Java has no names for. */
public final class FileMode {

    private static final String MODE = "unix:mode";
    private static final int BITS = 07777;
    private static final int TYPE = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int OWNER_ALL = 0700;

    private FileMode() {}

    /**
     * Returns a mode.
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

    /** Returns the mode among attributes that were read. */
    static int in(Map<String, Object> attributes) {
        return (Integer) Objects.requireNonNull(attributes.get("mode")) & BITS;
    }

    /**
     * Sets a mode, whatever the umask.
     *
     * @param path a file or directory, and no link
     * @param mode its permissions and the three bits above them
     * @throws IOException if it cannot be set
     */
    public static void set(Path path, int mode) throws IOException {
        Files.setAttribute(path, MODE, mode & BITS);
    }

    /**
     * Lets the owner of a directory list and change it. If this is not the owner its mode stays as it is.
     *
     * @param path a directory, or something else, which stays as it is
     * @return whether it is a directory, and no link to one
     * @throws IOException if there is nothing
     */
    public static boolean unlockDirectory(Path path) throws IOException {
        int mode = withType(path);
        boolean directory = (mode & TYPE) == DIRECTORY;
        if (directory && (mode & OWNER_ALL) != OWNER_ALL) {
            setIfOwner(path, mode | OWNER_ALL);
        }
        return directory;
    }

    /** Sets a mode; if this is not the owner it stays as it is. */
    static void setIfOwner(Path path, int mode) {
        try {
            set(path, mode);
        } catch (IOException e) {
            // Whoever wants to change what it forbids is told so then.
        }
    }
}
