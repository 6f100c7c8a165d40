package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file or directory that could not be removed, or only in part, and perhaps others.
 *
 * @param path the file or directory
 * @param cause why it, or the first entry below it, could not be removed
 * @param others how many others could not be removed either
 */
public record Leftover(Path path, IOException cause, int others) {

    Leftover(Path path, IOException cause) {
        this(path, cause, 0);
    }

    Leftover withOthers(int count) {
        return new Leftover(path, cause, count);
    }

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
