package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import java.nio.file.Path;

/** Opens stores by URI, as the command does. */
public final class Stores {

    /** An address without a server: only root may listen on this port. */
    public static final String UNUSED_ADDRESS = "127.0.0.1:1";

    private Stores() {}

    public static ShaStore open(String uri) {
        int colon = uri.indexOf(':');
        return new RedisShaStoreProvider()
                .open(new ShaStoreConfiguration(uri.substring(0, colon), uri.substring(colon + 1), Path.of("/layers")));
    }
}
