package dev.restorer.core.layersdir;

import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.TrustedDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Tries, in a hidden directory, which names the file system treats as equal.
 *
 * @param layers the layers directory
 */
record NameTrial(TrustedDirectory layers) {

    /** Tells whether a file that is created with one name is found under another. */
    boolean areEqual(String one, String other) throws IOException {
        layers.make();
        try (ConfinedDirectory opened = layers.open().orElseThrow()) {
            HiddenDirectory hidden = new AtomicDirectories(opened).makeHidden();
            try (ConfinedDirectory trial = layers.make(hidden.name())) {
                trial.create(one, ByteBuffer.allocate(0));
                return trial.attributes(other) != null;
            } finally {
                new AtomicDirectories(opened).remove(hidden.name());
            }
        }
    }
}
