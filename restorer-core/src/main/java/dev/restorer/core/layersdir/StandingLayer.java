package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.StandingDirectory;
import java.io.IOException;

/** The directory of a layer that cannot be moved away, such as a mount point. What is in it is replaced instead. */
public final class StandingLayer implements AutoCloseable {

    private final StandingDirectory standing;

    StandingLayer(StandingDirectory standing) {
        this.standing = standing;
    }

    /**
     * Returns the directory, for contents to be made hidden in it.
     *
     * @return the directory
     */
    public ConfinedDirectory directory() {
        return standing.directory();
    }

    /**
     * Puts contents into the directory, instead of what is in it.
     *
     * @param contents a hidden directory in this one; it is gone afterwards
     * @throws LayersDirectoryException if something in it cannot be removed, or they cannot be put there
     */
    public void replaceBy(HiddenDirectory contents) {
        try {
            standing.replaceBy(contents);
        } catch (IOException e) {
            throw Failures.ofPlace(directory().path(), e);
        }
    }

    @Override
    public void close() {
        try {
            standing.close();
        } catch (IOException e) {
            throw Failures.of(directory().path(), e);
        }
    }
}
