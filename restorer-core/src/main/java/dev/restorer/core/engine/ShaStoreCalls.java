package dev.restorer.core.engine;

import dev.restorer.api.ProviderException;
import dev.restorer.api.RestorerException;
import dev.restorer.spi.ShaStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls a SHA store, which may be an implementation of another vendor, so that exceptions name its class. */
final class ShaStoreCalls {

    private static final String REMEDY = "Report it to the developers of that SHA store, or use another one";

    private ShaStoreCalls() {}

    static void putAll(ShaStore store, String buildpackId, Map<String, String> diffIds) {
        call(store, () -> {
            store.putAll(buildpackId, diffIds);
            return store;
        });
    }

    static Map<String, String> getAll(ShaStore store, String buildpackId, Collection<String> layers) {
        @Nullable Map<String, String> diffIds = call(store, () -> store.getAll(buildpackId, layers));
        if (diffIds == null) {
            String name = name(store);
            throw new ProviderException(name + " returned null instead of diff ids", REMEDY, List.of(name));
        }
        return diffIds;
    }

    private static <T> T call(ShaStore store, Supplier<T> call) {
        try {
            return call.get();
        } catch (RestorerException e) {
            throw e;
        } catch (RuntimeException e) {
            String name = name(store);
            throw new ProviderException(name + " threw " + e, REMEDY, List.of(name), e);
        }
    }

    private static String name(ShaStore store) {
        return store.getClass().getName();
    }
}
