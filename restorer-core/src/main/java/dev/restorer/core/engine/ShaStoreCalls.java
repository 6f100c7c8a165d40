package dev.restorer.core.engine;

import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.files.PlainName;
import dev.restorer.spi.FileShaStore;
import dev.restorer.spi.RestoreOperation;
import dev.restorer.spi.RestoreOperation.StoreMethod;
import dev.restorer.spi.ShaStore;
import dev.restorer.vendors.Vendor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Calls a SHA store, which may be an implementation of another vendor, so that exceptions name its class.
 *
 * @param store the store
 * @param vendor the same, as an object of another vendor
 * @param operations the operations of the restore, which each call is one of
 */
record ShaStoreCalls(ShaStore store, Vendor vendor, Operations operations) {

    ShaStoreCalls(ShaStore store, Operations operations) {
        this(store, new Vendor(store, "SHA store", IllegalStateException.class), operations);
    }

    void putAll(String buildpackId, Map<String, String> diffIds) {
        call(StoreMethod.PUT_ALL, buildpackId, diffIds.size(), () -> {
            store.putAll(buildpackId, diffIds);
            return diffIds;
        });
    }

    Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        return call(
                StoreMethod.GET_ALL,
                buildpackId,
                layers.size(),
                () -> copy(layers, vendor.notNull("diff ids", store.getAll(buildpackId, layers))));
    }

    /** Copies the diff ids, since their map may be of the vendor, too: it may fail, or contain what is no text. */
    private static Map<String, String> copy(Collection<String> layers, Map<String, String> diffIds) {
        Map<String, String> copy = new HashMap<>();
        for (String layer : layers) {
            String diffId = diffIds.get(layer);
            if (diffId != null) {
                copy.put(layer, diffId);
            }
        }
        return copy;
    }

    /** Tells whether the store keeps the diff ids of a buildpack in files of its directory. */
    boolean keepsIn(Path directory, String buildpackId) {
        return store instanceof FileShaStore files && call("a boolean", () -> files.keepsIn(directory, buildpackId));
    }

    /** Returns the files of the directory in which such a store keeps diff ids, with names that files can have. */
    Map<String, byte[]> files(String buildpackId, Map<String, String> diffIds) {
        FileShaStore files = (FileShaStore) store;
        return call("files", () -> {
            Map<String, byte[]> copy = new LinkedHashMap<>();
            vendor.notNull("files", files.files(buildpackId, diffIds))
                    .forEach((name, content) ->
                            copy.put(fileName(name), vendor.notNull("the content of a file", content)));
            return copy;
        });
    }

    private String fileName(@Nullable String returned) {
        String name = vendor.notNull("the name of a file", returned);
        if (PlainName.problem(name, PlainName.MAX_BYTES, StandardCharsets.UTF_8) != null
                || name.endsWith(LayersDirectoryNames.toml(""))) {
            throw vendor.invalid("name of a file", name);
        }
        return name;
    }

    private Map<String, String> call(
            StoreMethod method, String buildpackId, int layers, Callable<Map<String, String>> call) {
        return operations.perform(
                () -> new RestoreOperation.StoreCall(method, buildpackId, layers),
                () -> call("diff ids", call),
                diffIds -> Operations.Completed.WITHOUT_BYTES);
    }

    /** Calls the store. An IllegalStateException means that it was closed. */
    private <T> T call(String what, Callable<T> call) {
        try {
            return vendor.call(what, call);
        } catch (IllegalStateException e) {
            throw vendor.closed(e);
        }
    }
}
