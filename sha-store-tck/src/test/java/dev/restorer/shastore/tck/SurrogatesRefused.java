package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStoreException;
import java.util.Map;
import java.util.Optional;

/** Keeps every promise as well, and refuses unpaired surrogates, as a store that writes UTF-8 does. */
class SurrogatesRefused extends SoundStore {

    SurrogatesRefused(Map<LayerId, String> kept) {
        super(kept);
    }

    @Override
    public void put(String buildpackId, String layer, String diffId) {
        requireUsable();
        refuseSurrogates(buildpackId + "|" + layer + "|" + diffId);
        super.put(buildpackId, layer, diffId);
    }

    @Override
    public Optional<String> get(String buildpackId, String layer) {
        requireUsable();
        refuseSurrogates(buildpackId + "|" + layer);
        return super.get(buildpackId, layer);
    }

    private static void refuseSurrogates(String text) {
        if (Surrogates.areIn(text)) {
            throw new ShaStoreException("refusing", "UTF-8 cannot hold an unpaired surrogate", "Rename it");
        }
    }
}
