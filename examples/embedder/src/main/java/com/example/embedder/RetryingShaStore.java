package com.example.embedder;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls another SHA store again if it fails. A put may be repeated, since it replaces what was put before. */
public final class RetryingShaStore implements ShaStore {

    private final ShaStore store;
    private final int attempts;
    private final Duration pause;

    /**
     * Creates a store.
     *
     * @param store the store to call, which this one closes
     * @param attempts how often a call is made at most
     * @param pause the time between two attempts
     */
    public RetryingShaStore(ShaStore store, int attempts, Duration pause) {
        this.store = store;
        this.attempts = attempts;
        this.pause = pause;
    }

    @Override
    public void put(String buildpackId, String layer, String diffId) {
        retry(() -> {
            store.put(buildpackId, layer, diffId);
            return null;
        });
    }

    @Override
    public Optional<String> get(String buildpackId, String layer) {
        return retry(() -> store.get(buildpackId, layer));
    }

    @Override
    public void putAll(String buildpackId, Map<String, String> diffIds) {
        retry(() -> {
            store.putAll(buildpackId, diffIds);
            return null;
        });
    }

    @Override
    public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        return retry(() -> store.getAll(buildpackId, layers));
    }

    @Override
    public void close() {
        store.close();
    }

    /** Only failures of the store are worth another attempt; a null argument or a closed store is not. */
    private <T> T retry(Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (ShaStoreException e) {
                if (attempt >= attempts || !sleep()) {
                    throw e;
                }
            }
        }
    }

    /** Returns false if the thread was interrupted, as it is when a restore is cancelled. */
    private boolean sleep() {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
