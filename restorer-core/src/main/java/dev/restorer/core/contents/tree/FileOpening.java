package dev.restorer.core.contents.tree;

import dev.restorer.core.contents.failure.RejectedException;
import java.io.IOException;

/** Opens a new file whose directory exists, in any thread. */
@FunctionalInterface
public interface FileOpening {

    /**
     * Creates the file, and replaces a file or a link of an earlier entry.
     *
     * @throws RejectedException if it would replace a directory
     */
    NewFile open() throws IOException, RejectedException;
}
