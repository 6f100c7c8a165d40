package dev.restorer.testing;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SHA store for tests that records what was put into it, and can be made to fail. Safe for use by many threads at
 * once.
 *
 * @since 0.1
 */
public final class RecordingShaStore implements ShaStore {

    private final Map<LayerId, String> puts = new LinkedHashMap<>();
    private @Nullable ShaStoreException failure;
    private boolean closed;

    /** Creates an empty store. */
    public RecordingShaStore() {}

    /**
     * Sets an exception that every put and get throws from now on.
     *
     * @param exception the exception
     */
    public synchronized void failWith(ShaStoreException exception) {
        failure = Objects.requireNonNull(exception, "exception");
    }

    /**
     * Returns the diff ids that were put.
     *
     * @return the diff ids by layer, in the order of each layer's first put; a copy
     */
    public synchronized Map<LayerId, String> puts() {
        return new LinkedHashMap<>(puts);
    }

    /**
     * Tells whether the store was closed.
     *
     * @return whether it was
     */
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void put(String buildpackId, String layer, String diffId) {
        requireUsable();
        puts.put(new LayerId(buildpackId, layer), Objects.requireNonNull(diffId, "diffId"));
    }

    @Override
    public synchronized Optional<String> get(String buildpackId, String layer) {
        requireUsable();
        return Optional.ofNullable(puts.get(new LayerId(buildpackId, layer)));
    }

    @Override
    public synchronized void putAll(String buildpackId, Map<String, String> diffIds) {
        requireUsable();
        ShaStore.super.putAll(buildpackId, diffIds);
    }

    @Override
    public synchronized Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        requireUsable();
        return ShaStore.super.getAll(buildpackId, layers);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void requireUsable() {
        if (closed) {
            throw new IllegalStateException("The store was closed");
        }
        if (failure != null) {
            throw failure;
        }
    }
}
