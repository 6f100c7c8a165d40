package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file or directory that could not be removed, or only in part.
 *
 * @param path the file or directory
 * @param cause why it, or the first entry below it, could not be removed
 */
public record Leftover(Path path, IOException cause) {

    /**
     * Returns the path to report. A hidden name is different each time, so for a hidden file or directory this is the
     * directory that it is in.
     *
     * @return the path
     */
    public Path reportedPath() {
        Path above = path.getParent();
        return above != null && PlainName.isHidden(String.valueOf(path.getFileName())) ? above : path;
    }

    /**
     * Returns the file or directory that could not be removed: this one, or one in it.
     *
     * @return its path
     */
    public String entry() {
        return FileProblem.entry(cause, path);
    }

    /**
     * Returns why it could not be removed.
     *
     * @return a phrase without the path
     */
    public String problem() {
        return FileProblem.describe(cause);
    }
}
