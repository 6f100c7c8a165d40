package dev.restorer.core.layersdir;

import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.Leftover;
import java.io.IOException;
import java.util.Optional;

/** The layers directory itself, opened: links that replace it afterwards have no effect. */
public final class OpenedLayersDirectory implements AutoCloseable {

    private final ConfinedDirectory directory;
    private final AtomicDirectories directories;
    private final Failures failures;

    OpenedLayersDirectory(ConfinedDirectory directory, Failures failures) {
        this.directory = directory;
        this.failures = failures;
        this.directories = new AtomicDirectories(directory);
    }

    /**
     * Returns the directory, in which what belongs to no buildpack is extracted.
     *
     * @return the directory
     */
    public ConfinedDirectory directory() {
        return directory;
    }

    /**
     * Removes the hidden entries of this restore, and those that a killed restore left behind.
     *
     * @return the first entry that cannot be removed, if any
     */
    public Optional<Leftover> removeHidden() {
        try {
            return directories.removeHidden();
        } catch (IOException e) {
            throw failures.of(directory.path(), e);
        }
    }

    /**
     * Removes one entry of any kind.
     *
     * @param name its name
     * @return what cannot be removed, if anything
     */
    Optional<Leftover> remove(String name) {
        return directories.remove(name);
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw failures.of(directory.path(), e);
        }
    }
}
