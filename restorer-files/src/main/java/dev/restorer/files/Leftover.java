package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something that could not be removed, or not as a whole.
 *
 * @param path the file or directory
 * @param cause what keeps it, or the first thing below it that cannot be removed
 */
public record Leftover(Path path, IOException cause) {

    /**
     * Returns the place that it is in. What is hidden has a name of its own each time, so its place is its directory.
     *
     * @return the path of the place
     */
    public Path place() {
        Path above = path.getParent();
        return above != null && PlainName.isHidden(String.valueOf(path.getFileName())) ? above : path;
    }

    /**
     * Returns what keeps it from being removed: itself, or something in it.
     *
     * @return the path of that file or directory
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
