package dev.restorer.shastore.redis;

import dev.restorer.shastore.tck.ShaStoreContract;
import dev.restorer.spi.ShaStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("long")
class ClusterContractTest extends ShaStoreContract {

    @AutoClose
    @SuppressWarnings("NullAway.Init")
    private static RedisCluster cluster;

    @BeforeAll
    static void start() {
        cluster = RedisCluster.start();
    }

    @Override
    protected ShaStore openStore(String build) {
        return Stores.open("redis-cluster://" + cluster.addresses() + "?namespace=" + build);
    }

    @Override
    protected ShaStore openBrokenStore() {
        return Stores.open("redis-cluster://" + Stores.UNUSED_ADDRESS + "?namespace=broken");
    }
}
