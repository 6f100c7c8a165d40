package dev.restorer.layercache.tck;

import dev.restorer.api.CacheMetadata;
import dev.restorer.layercache.tck.SoundCache.State;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Faults of a cache as a whole. */
final class CacheFaults {

    private CacheFaults() {}

    static Stream<CacheFault> all() {
        return Stream.of(
                new CacheFault("does not exist", "aFilledCacheExists", (state, build) -> new SoundCache(state, build) {
                    @Override
                    public boolean exists() {
                        return false;
                    }
                }),
                new CacheFault("has no metadata", "metadataIsRead", (state, build) -> new SoundCache(state, build) {
                    @Override
                    public CacheMetadata metadata() {
                        return state == State.BROKEN ? super.metadata() : CacheMetadata.empty();
                    }
                }),
                new CacheFault(
                        "reads its metadata only once",
                        "metadataIsRead",
                        (state, build) -> new SoundCache(state, build) {
                            private final AtomicInteger reads = new AtomicInteger();

                            @Override
                            public CacheMetadata metadata() {
                                return reads.getAndIncrement() == 0 ? super.metadata() : CacheMetadata.empty();
                            }
                        }),
                new CacheFault("always exists", "aMissingCacheIsEmpty", (state, build) -> new SoundCache(state, build) {
                    @Override
                    public boolean exists() {
                        return true;
                    }
                }),
                new CacheFault(
                        "fails for unknown contents",
                        "unknownContentsAreEmpty",
                        (state, build) -> new SoundCache(state, build) {
                            @Override
                            public Optional<LayerContents> contents(String diffId) throws IOException {
                                Optional<LayerContents> contents = super.contents(diffId);
                                if (contents.isEmpty()) {
                                    throw new IOException("404");
                                }
                                return contents;
                            }
                        }),
                new CacheFault(
                        "is empty when it is broken",
                        "metadataOfABrokenCacheFails",
                        (state, build) -> new SoundCache(state, build) {
                            @Override
                            public CacheMetadata metadata() {
                                return state == State.BROKEN ? CacheMetadata.empty() : super.metadata();
                            }
                        }),
                new CacheFault(
                        "has no contents when it is broken",
                        "contentsOfABrokenCacheFail",
                        (state, build) -> new SoundCache(state, build) {
                            @Override
                            public Optional<LayerContents> contents(String diffId) throws IOException {
                                return state == State.BROKEN ? Optional.empty() : super.contents(diffId);
                            }
                        }),
                new CacheFault(
                        "fails without a message",
                        "contentsOfABrokenCacheFail",
                        (state, build) -> new SoundCache(state, build) {
                            @Override
                            public Optional<LayerContents> contents(String diffId) throws IOException {
                                if (state == State.BROKEN) {
                                    throw new IOException();
                                }
                                return super.contents(diffId);
                            }
                        }));
    }
}
