package dev.restorer.core.engine;

import dev.restorer.api.ProviderException;
import dev.restorer.api.RestorerException;
import dev.restorer.spi.RestoreOperation;
import dev.restorer.spi.RestoreOperation.StoreMethod;
import dev.restorer.spi.ShaStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls a SHA store, which may be an implementation of another vendor, so that exceptions name its class.
 *
 * @param store the store
 * @param operations the operations of the restore, which each call is one of
 */
record ShaStoreCalls(ShaStore store, Operations operations) {

    private static final String REMEDY = "Report it to the developers of that SHA store, or use another one";

    void putAll(String buildpackId, Map<String, String> diffIds) {
        call(StoreMethod.PUT_ALL, buildpackId, diffIds.size(), () -> {
            store.putAll(buildpackId, diffIds);
            return diffIds;
        });
    }

    Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        return call(StoreMethod.GET_ALL, buildpackId, layers.size(), () -> notNull(store.getAll(buildpackId, layers)));
    }

    private Map<String, String> notNull(@Nullable Map<String, String> diffIds) {
        if (diffIds == null) {
            String name = store.getClass().getName();
            throw new ProviderException(name + " returned null instead of diff ids", REMEDY, List.of(name));
        }
        return diffIds;
    }

    private Map<String, String> call(
            StoreMethod method, String buildpackId, int layers, Supplier<Map<String, String>> call) {
        return operations.perform(
                () -> new RestoreOperation.StoreCall(method, buildpackId, layers),
                () -> named(call),
                diffIds -> Operations.Completed.WITHOUT_BYTES);
    }

    private Map<String, String> named(Supplier<Map<String, String>> call) {
        try {
            return call.get();
        } catch (RestorerException e) {
            throw e;
        } catch (RuntimeException e) {
            String name = store.getClass().getName();
            throw new ProviderException(name + " threw " + e, REMEDY, List.of(name), e);
        }
    }
}
