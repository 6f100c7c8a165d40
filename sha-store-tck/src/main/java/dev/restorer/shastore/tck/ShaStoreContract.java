package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStore;
import org.jspecify.annotations.Nullable;

/**
 * What every {@link ShaStore} promises. A store is tested by a class that extends this one and says how to open it:
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
 * <p>The other methods say in what a store is less than the API asks for. A store that overrides one of them says so in
 * its own documentation.
 *
 * @since 0.1
 */
public abstract class ShaStoreContract extends UsePromises {

    /** For the class that extends this one. */
    protected ShaStoreContract() {}

    /**
     * Opens the store of a build. Each test has builds of its own, so that one server can serve all tests. The contract
     * closes the store.
     *
     * @param build letters, digits and hyphens; another build must be given another store
     * @return the store, empty when the build is opened for the first time
     * @throws Exception if it cannot be opened, which fails the test
     */
    @Override
    protected abstract ShaStore openStore(String build) throws Exception;

    /**
     * Opens a store that cannot do its work, such as one whose server is not there. If that is told when it is opened,
     * let the exception through.
     *
     * @return the store, whose every put and get must fail; null, as by default, if nothing can go wrong
     * @throws Exception what the opening throws, which must be a {@link dev.restorer.spi.ShaStoreException}
     */
    @Override
    protected @Nullable ShaStore openBrokenStore() throws Exception {
        return null;
    }

    /**
     * Tells whether the store is more than one object: what was put is there for whoever opens the build again.
     *
     * @return true by default; false for a store in memory
     */
    @Override
    protected boolean survivesClose() {
        return true;
    }

    /**
     * Tells whether the store can keep a layer of this name. One that it cannot keep it must refuse with a
     * {@link dev.restorer.spi.ShaStoreException}. Names with an unpaired surrogate, which UTF-8 cannot hold, any
     * store may refuse.
     *
     * @param layer a buildpack id and a layer name, neither empty
     * @return true by default, since the API lets every name through
     */
    @Override
    protected boolean accepts(LayerId layer) {
        return true;
    }

    /**
     * Tells whether the store keeps two layers apart that are alike in what their names look like.
     *
     * @param one a layer
     * @param other a layer of another name
     * @return true by default; false where the store's format has one place for both
     */
    @Override
    protected boolean keepsApart(LayerId one, LayerId other) {
        return true;
    }

    /**
     * Tells whether the store gives a diff id back as it was put.
     *
     * @param diffId a diff id
     * @return true by default; false where the store's format cannot hold it as it is
     */
    @Override
    protected boolean keeps(String diffId) {
        return true;
    }

    /**
     * Returns how many layers a test puts or gets one by one where it takes many to find a fault: by each of two tests
     * of bulks, and by each of 16 threads.
     *
     * @return 300 by default; at least 1. Fewer find less, and are for a store of which a call takes long
     */
    @Override
    protected int singleCalls() {
        return 300;
    }

    /**
     * Returns how many layers a test puts and gets in bulk, as those of one buildpack.
     *
     * @return 100,000 by default; at least 1. Fewer find less, and are for a store that puts and gets one by one what
     *     it is given in bulk
     */
    @Override
    protected int layersInBulk() {
        return 100_000;
    }
}
