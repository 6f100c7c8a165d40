package dev.restorer.core.engine;

import dev.restorer.api.CacheMetadata;
import dev.restorer.spi.ContentsListener;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import dev.restorer.spi.ShaStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Wraps objects, counts their calls, and performs an action at one of them, such as to fail. */
final class AtCall {

    private final int call;
    private final Runnable what;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean closing;

    AtCall(int call, Runnable what) {
        this.call = call;
        this.what = what;
    }

    static AtCall fails(int call, RuntimeException failure) {
        return new AtCall(call, () -> {
            throw failure;
        });
    }

    /** Returns whether there were as many calls. */
    boolean happened() {
        return calls.get() >= call;
    }

    /** Returns whether closing a stream failed. */
    boolean wasClosing() {
        return closing;
    }

    private void count() {
        if (calls.incrementAndGet() == call) {
            what.run();
        }
    }

    ContentsListener listener() {
        return (layer, bytes, size) -> count();
    }

    ShaStore store(ShaStore store) {
        return new Store(store);
    }

    LayerCache cache(LayerCache cache) {
        return new Cache(cache);
    }

    private final class Store implements ShaStore {

        private final ShaStore store;

        Store(ShaStore store) {
            this.store = store;
        }

        @Override
        public void put(String buildpackId, String layer, String diffId) {
            count();
            store.put(buildpackId, layer, diffId);
        }

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            count();
            return store.get(buildpackId, layer);
        }

        /** Puts them one by one, so that a failure can occur between two. */
        @Override
        public void putAll(String buildpackId, Map<String, String> diffIds) {
            count();
            ShaStore.super.putAll(buildpackId, diffIds);
        }

        @Override
        public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
            count();
            return ShaStore.super.getAll(buildpackId, layers);
        }

        @Override
        public void close() {}
    }

    private final class Cache implements LayerCache {

        private final LayerCache cache;

        Cache(LayerCache cache) {
            this.cache = cache;
        }

        @Override
        public boolean exists() {
            return cache.exists();
        }

        @Override
        public CacheMetadata metadata() {
            return cache.metadata();
        }

        @Override
        public Optional<LayerContents> contents(String diffId) throws IOException {
            count();
            return cache.contents(diffId).map(contents -> new LayerContents(read(contents), contents.size()));
        }

        private InputStream read(LayerContents contents) {
            return new FilterInputStream(contents.stream()) {

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    count();
                    return super.read(into, offset, length);
                }

                @Override
                public void close() throws IOException {
                    try {
                        count();
                    } catch (RuntimeException e) {
                        closing = true;
                        throw e;
                    }
                    super.close();
                }
            };
        }
    }
}
