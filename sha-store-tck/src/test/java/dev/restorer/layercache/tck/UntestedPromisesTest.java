package dev.restorer.layercache.tck;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.spi.LayerCache;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A promise for which a subclass opens no cache is skipped, and does not pass. */
class UntestedPromisesTest {

    private static final class OfFilledCache extends LayerCacheContract {
        @Override
        protected LayerCache openCache(CachedBuild content) {
            return new SoundCache(SoundCache.State.FILLED, content);
        }
    }

    private final LayerCacheContract contract = new OfFilledCache();

    private static void assertSkipped(ThrowingCallable test, String method) {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(test)
                .withMessageContaining(method + " is not overridden");
    }

    @Test
    void withoutAMissingCacheItIsSkipped() {
        assertSkipped(contract::aMissingCacheIsEmpty, "openMissingCache()");
    }

    @Test
    void withoutABrokenCacheItsFailuresAreSkipped() {
        assertSkipped(contract::metadataOfABrokenCacheFails, "openBrokenCache()");
        assertSkipped(contract::contentsOfABrokenCacheFail, "openBrokenCache()");
    }

    @Test
    void withoutADamagedCacheItsMetadataIsSkipped() {
        assertSkipped(contract::damagedMetadataIsUnusable, "openDamagedCache()");
    }

    @Test
    void withoutAStallingCacheAReadThatWaitsIsSkipped() {
        assertSkipped(contract::aReadThatWaitsEndsWithClose, "openStallingCache()");
        assertSkipped(contract::anInterruptOfAReadThatWaitsIsKept, "openStallingCache()");
    }
}
