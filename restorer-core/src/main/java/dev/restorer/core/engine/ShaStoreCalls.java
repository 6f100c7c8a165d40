package dev.restorer.core.engine;

import dev.restorer.spi.RestoreOperation;
import dev.restorer.spi.RestoreOperation.StoreMethod;
import dev.restorer.spi.ShaStore;
import dev.restorer.vendors.Vendor;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Calls a SHA store, which may be an implementation of another vendor, so that exceptions name its class.
 *
 * @param store the store
 * @param vendor the same, as an object of another vendor
 * @param operations the operations of the restore, which each call is one of
 */
record ShaStoreCalls(ShaStore store, Vendor vendor, Operations operations) {

    ShaStoreCalls(ShaStore store, Operations operations) {
        this(store, new Vendor(store, "SHA store"), operations);
    }

    void putAll(String buildpackId, Map<String, String> diffIds) {
        call(StoreMethod.PUT_ALL, buildpackId, diffIds.size(), () -> {
            store.putAll(buildpackId, diffIds);
            return diffIds;
        });
    }

    Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        return call(StoreMethod.GET_ALL, buildpackId, layers.size(), () -> store.getAll(buildpackId, layers));
    }

    private Map<String, String> call(
            StoreMethod method, String buildpackId, int layers, Callable<Map<String, String>> call) {
        return operations.perform(
                () -> new RestoreOperation.StoreCall(method, buildpackId, layers),
                () -> vendor.call("diff ids", call),
                diffIds -> Operations.Completed.WITHOUT_BYTES);
    }
}
