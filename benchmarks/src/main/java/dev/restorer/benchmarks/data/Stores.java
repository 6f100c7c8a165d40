package dev.restorer.benchmarks.data;

import dev.restorer.ShaStores;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** Opens SHA stores by their names, and runs the server of one that needs it: a real one, on loopback. */
public final class Stores implements AutoCloseable {

    private final String kind;
    private final @Nullable RedisServer server;
    private final int port;
    private int builds;

    /**
     * Makes ready for a kind of store.
     *
     * @param kind {@code memory}, {@code files} or {@code redis}
     * @throws IOException if a server cannot be started
     */
    public Stores(String kind) throws IOException {
        this.kind = kind;
        this.port = kind.equals("redis") ? freePort() : 0;
        this.server = port == 0 ? null : start(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static RedisServer start(int port) throws IOException {
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
        return server;
    }

    /**
     * Opens the store of a build of its own.
     *
     * @param layersDirectory the layers directory of that build
     * @return the store, to be closed by the caller
     */
    public ShaStore open(Path layersDirectory) {
        String uri = server == null ? kind + ":" : "redis://127.0.0.1:" + port + "?namespace=build-" + builds++;
        return ShaStores.open(uri, layersDirectory);
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.stop();
        }
    }
}
