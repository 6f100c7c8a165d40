package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.UnmovableDirectory;
import java.io.IOException;

/** The directory of a layer that cannot be moved away, such as a mount point. Its entries are replaced instead. */
public final class UnmovableLayer implements AutoCloseable {

    private final UnmovableDirectory unmovable;
    private final Failures failures;

    UnmovableLayer(UnmovableDirectory unmovable, Failures failures) {
        this.unmovable = unmovable;
        this.failures = failures;
    }

    /**
     * Returns the directory, in which new contents are extracted to a hidden directory.
     *
     * @return the directory
     */
    public ConfinedDirectory directory() {
        return unmovable.directory();
    }

    /**
     * Replaces the entries of the directory by new contents.
     *
     * @param contents a hidden directory in this one; it does not exist afterwards
     * @throws LayersDirectoryException if an entry cannot be removed, or the contents cannot be moved
     */
    public void replaceBy(HiddenDirectory contents) {
        try {
            unmovable.replaceBy(contents);
        } catch (IOException e) {
            throw failures.ofLayer(directory().path(), e);
        }
    }

    @Override
    public void close() {
        try {
            unmovable.close();
        } catch (IOException e) {
            throw failures.of(directory().path(), e);
        }
    }
}
