package dev.restorer.shastore.memory;

import dev.restorer.shastore.tck.ShaStoreContract;
import dev.restorer.spi.ShaStore;
import org.jspecify.annotations.Nullable;

class MemoryShaStoreContractTest extends ShaStoreContract {

    @Override
    protected ShaStore openStore(String build) {
        return new MemoryShaStore();
    }

    /** Memory cannot fail. */
    @Override
    protected @Nullable ShaStore openBrokenStore() {
        return null;
    }

    @Override
    protected boolean survivesClose() {
        return false;
    }
}
