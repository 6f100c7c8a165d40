package dev.restorer.shastore.memory;

import dev.restorer.shastore.tck.ShaStoreContract;
import dev.restorer.spi.ShaStore;

class MemoryShaStoreContractTest extends ShaStoreContract {

    @Override
    protected ShaStore openStore(String build) {
        return new MemoryShaStore();
    }

    @Override
    protected boolean survivesClose() {
        return false;
    }
}
