package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The contract of every {@link ShaStore}. To test a store, extend this class and implement {@link #openStore}:
 *
 * <pre>{@code
 * class MyShaStoreTest extends ShaStoreContract {
 *     @Override
 *     protected ShaStore openStore(String build) {
 *         return ShaStores.open("my://host/" + build, layersDirectory);
 *     }
 * }
 * }</pre>
 *
 * <p>A store that is a {@link dev.restorer.spi.FileShaStore} is also tested for what that interface promises.
 *
 * <p>Override the other methods if a store does not support all that the API allows, and describe these limits in the
 * documentation of the store.
 *
 * @since 0.1
 */
public abstract class ShaStoreContract extends FilePromises {

    /** For subclasses. */
    protected ShaStoreContract() {}

    /**
     * Opens the store of a build. Each test uses its own builds, so all tests can use one server. The contract closes
     * the store.
     *
     * @param build the name of the build, of letters, digits and hyphens; stores of different builds must be separate
     * @return the store, which is empty when the build is opened for the first time
     * @throws Exception if it cannot be opened, which fails the test
     */
    @Override
    protected abstract ShaStore openStore(String build) throws Exception;

    /**
     * Opens a store that cannot work, for example one whose server does not exist. If opening it fails, do not catch
     * the exception.
     *
     * @return the store, of which every put and get must fail; or null if the store cannot fail. By default, the tests
     *     are skipped.
     * @throws Exception if opening fails; it must be a {@link dev.restorer.spi.ShaStoreException}
     */
    @Override
    protected @Nullable ShaStore openBrokenStore() throws Exception {
        return Assumptions.abort("openBrokenStore() is not overridden: failures are not tested");
    }

    /**
     * Tells whether the diff ids are kept after the store was closed, and are visible in another store of the same
     * build.
     *
     * @return true by default; false for a store in memory
     */
    @Override
    protected boolean survivesClose() {
        return true;
    }

    /**
     * Tells whether the store accepts a layer of this name. It must refuse any other with a
     * {@link dev.restorer.spi.ShaStoreException}. Every store may refuse names with an unpaired surrogate, which UTF-8
     * cannot encode.
     *
     * @param layer a buildpack id and a layer name, neither empty
     * @return true by default, since the API allows every name
     */
    @Override
    protected boolean accepts(LayerId layer) {
        return true;
    }

    /**
     * Tells whether the store distinguishes two layers with similar names.
     *
     * @param one a layer
     * @param other a layer of another name
     * @return true by default; false if the format of the store has the same key for both
     */
    @Override
    protected boolean keepsApart(LayerId one, LayerId other) {
        return true;
    }

    /**
     * Tells whether the store returns a diff id unchanged.
     *
     * @param diffId a diff id
     * @return true by default; false if the format of the store changes it
     */
    @Override
    protected boolean keeps(String diffId) {
        return true;
    }

    /**
     * Returns how many layers a test puts or gets one by one if it needs many: in each of two tests of bulk operations,
     * and in each of 16 threads.
     *
     * @return 300 by default; at least 1. A smaller number finds fewer errors, and is for a store whose calls take long
     */
    @Override
    protected int singleCalls() {
        return 300;
    }

    /**
     * Returns how many layers of one buildpack a test puts and gets in bulk.
     *
     * @return 100,000 by default; at least 1. A smaller number finds fewer errors, and is for a store that does not
     *     override the bulk methods
     */
    @Override
    protected int layersInBulk() {
        return 100_000;
    }
}
