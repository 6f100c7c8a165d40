package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The mode of a file as the number that Unix has for it, whose set-user-id and sticky bits Java has no names for. */
public final class FileMode {

    private static final String MODE = "unix:mode";
    private static final int BITS = 07777;

    private FileMode() {}

    /**
     * Returns a mode.
     *
     * @param path a file or folder; a link is not followed
     * @return its permissions and the three bits above them
     * @throws IOException if it cannot be read
     */
    public static int of(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, MODE, LinkOption.NOFOLLOW_LINKS) & BITS;
    }

    /**
     * Sets a mode, whatever the umask.
     *
     * @param path a file or folder, and no link
     * @param mode its permissions and the three bits above them
     * @throws IOException if it cannot be set
     */
    public static void set(Path path, int mode) throws IOException {
        Files.setAttribute(path, MODE, mode & BITS);
    }
}
