package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.files.ConfinedFolder;
import dev.restorer.files.HiddenFolder;
import dev.restorer.files.StandingFolder;
import java.io.IOException;

/** The folder of a layer that cannot be moved away, such as a mount point. What is in it is replaced instead. */
public final class StandingLayer implements AutoCloseable {

    private final StandingFolder standing;

    StandingLayer(StandingFolder standing) {
        this.standing = standing;
    }

    /**
     * Returns the folder, for contents to be made hidden in it.
     *
     * @return the folder
     */
    public ConfinedFolder folder() {
        return standing.folder();
    }

    /**
     * Puts contents into the folder, instead of what is in it.
     *
     * @param contents a hidden folder in this one; it is gone afterwards
     * @throws LayersDirectoryException if something in it cannot be removed, or they cannot be put there
     */
    public void replaceBy(HiddenFolder contents) {
        try {
            standing.replaceBy(contents);
        } catch (IOException e) {
            throw Failures.ofPlace(folder().path(), e);
        }
    }

    @Override
    public void close() {
        try {
            standing.close();
        } catch (IOException e) {
            throw Failures.of(folder().path(), e);
        }
    }
}
