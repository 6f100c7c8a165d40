package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A directory is kept for another piece of work. */
public final class DirectoryInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The number of the process, or 0 if it is not known. */
    private final long process;

    DirectoryInUseException(Path file, OptionalLong process) {
        super(file + " is locked");
        this.process = process.orElse(0);
    }

    /**
     * Returns the process that keeps it, which may be this one.
     *
     * @return its number, as it sees it itself
     */
    public OptionalLong process() {
        return process == 0 ? OptionalLong.empty() : OptionalLong.of(process);
    }
}
