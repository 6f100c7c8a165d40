package dev.restorer.core.layersdir;

import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.TrustedDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tries, in a hidden directory, which names the file system treats as equal.
 *
 * @param layers the layers directory
 */
record NameTrial(TrustedDirectory layers) {

    /**
     * Creates a file with each name, unless one is found under that name already.
     *
     * @param beforeEach called before each name, may throw
     * @return the names for which a file was found
     */
    Set<String> equalToEarlier(List<String> names, Runnable beforeEach) throws IOException {
        layers.make();
        try (ConfinedDirectory opened = layers.open().orElseThrow()) {
            HiddenDirectory hidden = new AtomicDirectories(opened).makeHidden();
            try (ConfinedDirectory trial = layers.openExisting(hidden.name())) {
                Set<String> equal = new HashSet<>();
                for (String name : names) {
                    beforeEach.run();
                    if (trial.attributes(name) != null) {
                        equal.add(name);
                    } else {
                        trial.create(name, ByteBuffer.allocate(0));
                    }
                }
                return equal;
            } finally {
                new AtomicDirectories(opened).remove(hidden.name());
            }
        }
    }
}
