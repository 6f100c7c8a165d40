package dev.restorer.shastore.memory;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.spi.ShaStoreProvider;

/**
 * Opens {@code memory:}. Each call returns a new, empty store.
 *
 * @since 0.1
 */
public final class MemoryShaStoreProvider implements ShaStoreProvider {

    /** Creates a provider, which has no state. */
    public MemoryShaStoreProvider() {}

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        if (!configuration.rest().isEmpty()) {
            throw new ShaStoreException(id(), "it has no configuration", "Write memory: and nothing after the colon");
        }
        return new MemoryShaStore();
    }
}
