package dev.restorer.layercache.tck;

import dev.restorer.api.CacheMetadata;
import dev.restorer.layercache.tck.SoundCache.State;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
                        "returns null for a size",
                        "knownSizesHaveTheOrderOfTheLengths",
                        withSize((state, diffId) -> null)),
                new CacheFault("fails for a size", "knownSizesHaveTheOrderOfTheLengths", withSize((state, diffId) -> {
                    throw new IllegalStateException("404");
                })),
                new CacheFault(
                        "has the same size for all layers",
                        "knownSizesHaveTheOrderOfTheLengths",
                        withSize((state, diffId) ->
                                diffId.equals(OpenedCaches.UNKNOWN) ? OptionalLong.empty() : OptionalLong.of(1))),
                new CacheFault(
                        "has a size for unknown contents",
                        "knownSizesHaveTheOrderOfTheLengths",
                        withSize((state, diffId) ->
                                diffId.equals(OpenedCaches.UNKNOWN) ? OptionalLong.of(0) : OptionalLong.empty())),
                new CacheFault(
                        "throws another exception for damaged metadata",
                        "damagedMetadataIsUnusable",
                        (state, build) -> new SoundCache(state, build) {
                            @Override
                            public CacheMetadata metadata() {
                                if (state == State.DAMAGED) {
                                    throw new IllegalArgumentException("unexpected end");
                                }
                                return super.metadata();
                            }
                        }),
                new CacheFault(
                        "treats damaged metadata as a cache that cannot be read",
                        "damagedMetadataIsUnusable",
                        (state, build) -> new SoundCache(state == State.DAMAGED ? State.BROKEN : state, build)),
                new CacheFault(
                        "clears an interrupt",
                        "anInterruptBeforeOpeningIsKept",
                        (state, build) -> new SoundCache(state, build) {
                            @Override
                            public Optional<LayerContents> contents(String diffId) throws IOException {
                                if (Thread.interrupted()) {
                                    throw new InterruptedIOException("the request was interrupted");
                                }
                                return super.contents(diffId);
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

    private static BiFunction<State, CachedBuild, SoundCache> withSize(
            BiFunction<State, String, @Nullable OptionalLong> sizes) {
        return (state, build) -> new SoundCache(state, build) {
            @Override
            @SuppressWarnings("NullAway") // as in a cache in another language
            public OptionalLong size(String diffId) {
                return sizes.apply(state, diffId);
            }
        };
    }
}
