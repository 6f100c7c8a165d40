package example.twin;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreProvider;

/** Has the id of another provider. */
public final class Provider implements ShaStoreProvider {

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        throw new UnsupportedOperationException();
    }
}
