package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStoreException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Faults in how builds, closing and failures are treated. */
final class UseFaults {

    private UseFaults() {}

    static Stream<Fault> all() {
        Map<LayerId, String> ofAllBuilds = new ConcurrentHashMap<>();
        AtomicBoolean closedForAll = new AtomicBoolean();
        return Stream.of(
                new Fault("has one place for all builds", "buildsAreApart", kept -> new SoundStore(ofAllBuilds)),
                new Fault("closes all stores", "closingOneBuildLeavesOthersOpen", kept -> new SoundStore(kept) {
                    {
                        closedForAll.set(false);
                    }

                    @Override
                    public void close() {
                        super.close();
                        closedForAll.set(true);
                    }

                    @Override
                    void requireUsable() {
                        super.requireUsable();
                        if (closedForAll.get()) {
                            throw new IllegalStateException("Another store was closed");
                        }
                    }
                }),
                new Fault("clears the build on close", "putsSurviveClose", kept -> new SoundStore(kept) {
                    @Override
                    public void close() {
                        super.close();
                        kept.clear();
                    }
                }),
                new Fault("writes on close", "putsAreSeenByOthersAtOnce", LateStore::new),
                new Fault("works after close", "useAfterCloseFails", kept -> new SoundStore(kept) {
                    @Override
                    public void close() {
                        // Nothing is closed, and so nothing is refused.
                    }
                }),
                new Fault("fails when closed twice", "closeTwice", kept -> new SoundStore(kept) {
                    @Override
                    public void close() {
                        requireUsable();
                        super.close();
                    }
                }),
                new Fault("takes a null diff id for an empty one", "nullFails", kept -> new SoundStore(kept) {
                    @Override
                    public void put(String buildpackId, String layer, String diffId) {
                        super.put(buildpackId, layer, String.valueOf((Object) diffId));
                    }
                }),
                new Fault("lets its own exceptions out", "failureIsShaStoreException", kept -> new SoundStore(kept) {
                    @Override
                    public Optional<String> get(String buildpackId, String layer) {
                        try {
                            return super.get(buildpackId, layer);
                        } catch (ShaStoreException e) {
                            throw new UnsupportedOperationException(e);
                        }
                    }
                }));
    }

    private static final class LateStore extends SoundStore {
        private final Map<LayerId, String> kept;
        private final Map<LayerId, String> own;

        LateStore(Map<LayerId, String> kept) {
            this(kept, new ConcurrentHashMap<>(kept));
        }

        private LateStore(Map<LayerId, String> kept, Map<LayerId, String> own) {
            super(own);
            this.kept = kept;
            this.own = own;
        }

        @Override
        public void close() {
            super.close();
            kept.putAll(own);
        }
    }
}
