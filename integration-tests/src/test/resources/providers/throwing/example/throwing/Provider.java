package example.throwing;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreProvider;

/** Cannot be made. */
public final class Provider implements ShaStoreProvider {

    public Provider() {
        throw new IllegalStateException("This provider never works");
    }

    @Override
    public String id() {
        return "throwing";
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        throw new UnsupportedOperationException();
    }
}
