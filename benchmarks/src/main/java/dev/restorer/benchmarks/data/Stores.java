package dev.restorer.benchmarks.data;

import dev.restorer.ShaStores;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens SHA stores by their names, and runs the server of one that needs it: a real one, on loopback. */
public final class Stores implements AutoCloseable {

    private final String kind;
    private final @Nullable RedisServer server;
    private int builds;

    /**
     * Makes ready for a kind of store.
     *
     * @param kind {@code memory}, {@code files} or {@code redis}
     */
    public Stores(String kind) {
        this.kind = kind;
        this.server = kind.equals("redis") ? RedisServer.start() : null;
    }

    /**
     * Opens the store of a build of its own.
     *
     * @param layersDirectory the layers directory of that build
     * @return the store, to be closed by the caller
     */
    public ShaStore open(Path layersDirectory) {
        String uri = server == null ? kind + ":" : server.uri("build-" + builds++);
        return ShaStores.open(uri, layersDirectory);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
