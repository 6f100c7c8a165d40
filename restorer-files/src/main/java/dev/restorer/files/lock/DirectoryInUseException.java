package dev.restorer.files.lock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Thrown if a directory is locked by another process, or by another lock of this process. */
public final class DirectoryInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The id of the process, or 0 if it is not known. */
    private final long process;

    DirectoryInUseException(Path file, OptionalLong process) {
        super(file + " is locked");
        this.process = process.orElse(0);
    }

    /**
     * Returns the process that has the lock, which may be this one.
     *
     * @return its id in its own PID namespace, or empty if it is not known
     */
    public OptionalLong process() {
        return process == 0 ? OptionalLong.empty() : OptionalLong.of(process);
    }
}
