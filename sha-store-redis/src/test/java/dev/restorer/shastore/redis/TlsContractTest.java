package dev.restorer.shastore.redis;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.shastore.tck.ShaStoreContract;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class TlsContractTest extends ShaStoreContract {

    @TempDir
    static Path folder;

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TlsServers.start(new Certificates(folder).make("server", "san=ip:127.0.0.1", "-1d", 30));
    }

    @Override
    protected ShaStore openStore(String build) {
        return Stores.open("rediss://" + server.address() + "?namespace=" + build + "&ca=" + folder.resolve("ca.crt"));
    }

    @Override
    protected ShaStore openBrokenStore() {
        return Stores.open("rediss://" + Stores.NOBODY + "?namespace=broken");
    }
}
