package dev.restorer.shastore.memory;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.spi.ShaStoreProvider;

/** Opens {@code memory:}, each time an empty store of its own. */
public final class MemoryShaStoreProvider implements ShaStoreProvider {

    /** Makes a provider. It has no state. */
    public MemoryShaStoreProvider() {}

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        if (!configuration.rest().isEmpty()) {
            throw new ShaStoreException(id(), "it has nothing to configure", "Write memory: and nothing behind it");
        }
        return new MemoryShaStore();
    }
}
