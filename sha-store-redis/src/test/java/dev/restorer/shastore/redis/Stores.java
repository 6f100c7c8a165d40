package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import java.nio.file.Path;

/** Opens stores by URI, as the command does. */
final class Stores {

    /** Nobody listens there: it is a port that only root may listen on. */
    static final String NOBODY = "127.0.0.1:1";

    private Stores() {}

    static ShaStore open(String uri) {
        int colon = uri.indexOf(':');
        return new RedisShaStoreProvider()
                .open(new ShaStoreConfiguration(uri.substring(0, colon), uri.substring(colon + 1), Path.of("/layers")));
    }
}
