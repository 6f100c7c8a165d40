package dev.restorer.shastore.tck;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.testing.RecordingShaStore;

/** The double that embedders test with keeps the contract as well. */
class RecordingStoreContractTest extends ShaStoreContract {

    @Override
    protected ShaStore openStore(String build) {
        return new RecordingShaStore();
    }

    @Override
    protected ShaStore openBrokenStore() {
        RecordingShaStore store = new RecordingShaStore();
        store.failWith(new ShaStoreException("recording", "it was told to fail", "Tell it nothing"));
        return store;
    }

    @Override
    protected boolean survivesClose() {
        return false;
    }
}
