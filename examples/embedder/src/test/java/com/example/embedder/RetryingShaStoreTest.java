package com.example.embedder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.restorer.ShaStores;
import dev.restorer.shastore.tck.ShaStoreContract;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Keeps the contract of the store that it calls, and survives failures that do not last. */
class RetryingShaStoreTest extends ShaStoreContract {

    private static final Path LAYERS = Path.of("/layers");

    @Override
    protected ShaStore openStore(String build) {
        return new RetryingShaStore(ShaStores.open("memory:", LAYERS), 3, Duration.ZERO);
    }

    @Override
    protected ShaStore openBrokenStore() {
        return new RetryingShaStore(new Failing(Integer.MAX_VALUE), 3, Duration.ZERO);
    }

    @Override
    protected boolean survivesClose() {
        return false;
    }

    @Test
    void aFailureThatDoesNotLastIsNotSeen() {
        Failing failing = new Failing(2);
        try (ShaStore store = new RetryingShaStore(failing, 3, Duration.ofMillis(1))) {
            store.put("example/node", "modules", "sha256:1");
            assertEquals(Optional.of("sha256:1"), store.get("example/node", "modules"));
        }
    }

    @Test
    void aFailureThatLastsIsThrown() {
        try (ShaStore store = new RetryingShaStore(new Failing(3), 3, Duration.ofMillis(1))) {
            assertThrows(ShaStoreException.class, () -> store.put("example/node", "modules", "sha256:1"));
        }
    }

    /** A store whose first calls fail. */
    private static final class Failing implements ShaStore {
        private final Map<String, String> diffIds = new ConcurrentHashMap<>();
        private int failures;

        Failing(int failures) {
            this.failures = failures;
        }

        private void call() {
            if (failures-- > 0) {
                throw new ShaStoreException("failing", "the server is busy", "Wait");
            }
        }

        @Override
        public void put(String buildpackId, String layer, String diffId) {
            call();
            diffIds.put(buildpackId + ":" + layer, diffId);
        }

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            call();
            return Optional.ofNullable(diffIds.get(buildpackId + ":" + layer));
        }

        @Override
        public void close() {}
    }
}
