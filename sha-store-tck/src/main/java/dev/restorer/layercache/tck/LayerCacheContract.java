package dev.restorer.layercache.tck;

import dev.restorer.spi.LayerCache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The contract of every {@link LayerCache}. To test a cache, extend this class and fill a cache with what an exporter
 * would have put there:
 *
 * <pre>{@code
 * class MyCacheTest extends LayerCacheContract {
 *     @Override
 *     protected LayerCache openCache(CachedBuild build) {
 *         server.put("metadata.json", build.metadataJson());
 *         build.layers().forEach((diffId, bytes) -> server.put(diffId, bytes));
 *         return new MyCache(server.uri());
 *     }
 * }
 * }</pre>
 *
 * <p>The contract only reads a cache. What a test opened, it closes; a cache that holds connections of its own is
 * closed by the subclass.
 *
 * @since 0.1
 */
public abstract class LayerCacheContract extends InterruptPromises {

    /** For subclasses. */
    protected LayerCacheContract() {}

    /**
     * Fills a cache and returns it. Each test calls this method once, and always with the same content.
     *
     * @param build the content
     * @return the cache
     * @throws Exception if it cannot be filled, which fails the test
     */
    @Override
    protected abstract LayerCache openCache(CachedBuild build) throws Exception;

    /**
     * Returns a cache before its first build.
     *
     * @return the cache, which does not exist yet; or null if a cache of this kind always exists. By default, the test
     *     is skipped.
     * @throws Exception if it cannot be returned, which fails the test
     */
    @Override
    protected @Nullable LayerCache openMissingCache() throws Exception {
        return Assumptions.abort("openMissingCache() is not overridden: a cache that does not exist is not tested");
    }

    /**
     * Returns a cache that cannot be read, for example one whose server does not exist.
     *
     * @return the cache; or null if a cache of this kind cannot fail. By default, the tests are skipped.
     * @throws Exception if it cannot be returned, which fails the test
     */
    @Override
    protected @Nullable LayerCache openBrokenCache() throws Exception {
        return Assumptions.abort("openBrokenCache() is not overridden: a cache that cannot be read is not tested");
    }

    /**
     * Fills a cache whose metadata is damaged, in most cases as {@link #openCache} fills one.
     *
     * @param content the content, whose JSON is cut off
     * @return the cache; or null if the metadata of a cache of this kind cannot be damaged. By default, the test is
     *     skipped.
     * @throws Exception if it cannot be filled, which fails the test
     */
    @Override
    protected @Nullable LayerCache openDamagedCache(CachedBuild content) throws Exception {
        return Assumptions.abort("openDamagedCache() is not overridden: damaged metadata is not tested");
    }

    /**
     * Fills a cache whose contents do not come to their end, as from a server that sends the first bytes of a layer and
     * then nothing more. A test closes the contents while another thread waits for them, or interrupts that thread.
     *
     * @param content the content, of which every layer stops before its end
     * @return the cache; or null if reads of a cache of this kind never wait, as those of files. By default, the tests
     *     are skipped.
     * @throws Exception if it cannot be filled, which fails the test
     */
    @Override
    protected @Nullable LayerCache openStallingCache(CachedBuild content) throws Exception {
        return Assumptions.abort("openStallingCache() is not overridden: a read that waits is not tested");
    }
}
