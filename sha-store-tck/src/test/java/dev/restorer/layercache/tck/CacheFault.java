package dev.restorer.layercache.tck;

import dev.restorer.layercache.tck.SoundCache.State;
import java.util.function.BiFunction;

/**
 * One way not to keep a promise.
 *
 * @param what what the cache does wrong
 * @param caughtBy the test that must fail
 * @param cache creates a cache with the fault
 */
record CacheFault(String what, String caughtBy, BiFunction<State, CachedBuild, SoundCache> cache) {

    @Override
    public String toString() {
        return what;
    }
}
