package dev.restorer.shastore.redis;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.shastore.tck.ShaStoreContract;
import dev.restorer.spi.ShaStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * A single server: that of the environment variable, such as {@code redis://host:6379/3}, or one that the test starts.
 */
class SingleServerContractTest extends ShaStoreContract {

    private static final @Nullable String NAMED = System.getenv("RESTORER_TEST_REDIS");

    private static @Nullable RedisServer server;
    private static String uri = "";

    @BeforeAll
    static void start() {
        if (NAMED != null) {
            uri = NAMED;
            return;
        }
        RedisServer own = RedisServer.start();
        server = own;
        uri = "redis://" + own.address();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected ShaStore openStore(String build) {
        return Stores.open(uri + "?namespace=" + build);
    }

    @Override
    protected ShaStore openBrokenStore() {
        return Stores.open("redis://" + Stores.UNUSED_ADDRESS + "?namespace=broken");
    }
}
