package dev.restorer.shastore.tck;

import dev.restorer.api.LayerId;
import dev.restorer.spi.ShaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Opens the stores that a test needs, and closes them after it. */
abstract class OpenedStores {

    static final String BUILDPACK = "example/node";

    private final List<ShaStore> opened = new ArrayList<>();
    private final String build = newBuild();

    OpenedStores() {}

    protected abstract ShaStore openStore(String build) throws Exception;

    protected abstract @Nullable ShaStore openBrokenStore() throws Exception;

    protected abstract boolean survivesClose();

    protected abstract boolean accepts(LayerId layer);

    protected abstract boolean keepsApart(LayerId one, LayerId other);

    protected abstract boolean keeps(String diffId);

    static String newBuild() {
        return "build-" + UUID.randomUUID();
    }

    /** Opens the test's own build, once more if it was opened before. */
    final ShaStore open() throws Exception {
        return open(build);
    }

    final ShaStore open(String ofBuild) throws Exception {
        return closedAfterTest(openStore(ofBuild));
    }

    final ShaStore closedAfterTest(ShaStore store) {
        opened.add(store);
        return store;
    }

    @AfterEach
    void closeStores() {
        opened.forEach(ShaStore::close);
    }
}
