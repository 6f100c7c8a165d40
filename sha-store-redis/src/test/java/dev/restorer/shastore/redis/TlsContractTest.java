package dev.restorer.shastore.redis;

import dev.restorer.fixtures.RedisServer;
import dev.restorer.shastore.tck.ShaStoreContract;
import dev.restorer.spi.ShaStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("long")
class TlsContractTest extends ShaStoreContract {

    @SuppressWarnings("NullAway.Init")
    private static Certificate certificate;

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificates.of("Test CA").create("server", "san=ip:127.0.0.1", "-1d", 30);
        server = TlsServers.start(certificate);
    }

    @Override
    protected ShaStore openStore(String build) {
        return Stores.open("rediss://" + server.address() + "?namespace=" + build + "&ca=" + certificate.ca());
    }

    @Override
    protected ShaStore openBrokenStore() {
        return Stores.open("rediss://" + Stores.UNUSED_ADDRESS + "?namespace=broken");
    }
}
