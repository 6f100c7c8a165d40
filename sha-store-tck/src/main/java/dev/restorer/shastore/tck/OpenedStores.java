package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Opens stores for a test, and closes them after it. */
abstract class OpenedStores {

    static final String BUILDPACK = "example/node";

    private final List<TestedStore> opened = new ArrayList<>();
    private final String build = newBuild();

    OpenedStores() {}

    abstract ShaStore openStore(String build) throws Exception;

    abstract @Nullable ShaStore openBrokenStore() throws Exception;

    abstract boolean survivesClose();

    abstract boolean accepts(LayerId layer);

    abstract boolean keepsApart(LayerId one, LayerId other);

    abstract boolean keeps(String diffId);

    abstract int singleCalls();

    abstract int layersInBulk();

    static String newBuild() {
        return "build-" + UUID.randomUUID();
    }

    /** Opens the store of the test's build, which may be open already. */
    final TestedStore open() throws Exception {
        return open(build);
    }

    /** Opens the store of a new build, whose name tells in messages how its layers are put. */
    final TestedStore openFor(Put put) throws Exception {
        return open(newBuild() + "-" + put.method());
    }

    final TestedStore open(String ofBuild) throws Exception {
        return closedAfterTest(new TestedStore(openStore(ofBuild), ofBuild));
    }

    final TestedStore closedAfterTest(TestedStore store) {
        opened.add(store);
        return store;
    }

    @AfterEach
    void closeStores() {
        opened.forEach(TestedStore::close);
    }
}
