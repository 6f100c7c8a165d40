package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A store that keeps every promise, for faults to be planted in. What was put outlives it in a map of its build. */
class SoundStore implements ShaStore {

    private final Map<LayerId, String> kept;
    private volatile boolean closed;
    private volatile boolean broken;

    SoundStore(Map<LayerId, String> kept) {
        this.kept = kept;
    }

    final void breakDown() {
        broken = true;
    }

    @Override
    public void put(String buildpackId, String layer, String diffId) {
        requireUsable();
        kept.put(new LayerId(buildpackId, layer), Objects.requireNonNull(diffId, "diffId"));
    }

    @Override
    public Optional<String> get(String buildpackId, String layer) {
        requireUsable();
        return Optional.ofNullable(kept.get(new LayerId(buildpackId, layer)));
    }

    @Override
    public void close() {
        closed = true;
    }

    void requireUsable() {
        if (closed) {
            throw new IllegalStateException("The store was closed");
        }
        if (broken) {
            throw new ShaStoreException("sound", "it is broken", "Mend it");
        }
    }
}
