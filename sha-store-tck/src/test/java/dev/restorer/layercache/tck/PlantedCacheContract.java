package dev.restorer.layercache.tck;

import dev.restorer.layercache.tck.SoundCache.State;
import dev.restorer.spi.LayerCache;
import java.util.function.BiFunction;

/** The contract of the cache that was planted; run by {@link PlantedCacheFaultsTest} and not by itself. */
class PlantedCacheContract extends LayerCacheContract {

    private static volatile BiFunction<State, CachedBuild, SoundCache> planted = SoundCache::new;

    static void plant(BiFunction<State, CachedBuild, SoundCache> cache) {
        planted = cache;
    }

    @Override
    protected LayerCache openCache(CachedBuild content) {
        return planted.apply(State.FILLED, content);
    }

    @Override
    protected LayerCache openMissingCache() {
        return planted.apply(State.MISSING, build);
    }

    @Override
    protected LayerCache openBrokenCache() {
        return planted.apply(State.BROKEN, build);
    }

    @Override
    protected LayerCache openDamagedCache(CachedBuild content) {
        return planted.apply(State.DAMAGED, content);
    }

    @Override
    protected LayerCache openStallingCache(CachedBuild content) {
        return planted.apply(State.STALLING, content);
    }
}
