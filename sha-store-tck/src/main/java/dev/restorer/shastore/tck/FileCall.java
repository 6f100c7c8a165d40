package dev.restorer.shastore.tck;

import dev.restorer.spi.FileShaStore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.function.Consumer;

/** The calls of a {@link FileShaStore}, and those with a null argument. */
@SuppressWarnings({"NullAway", "ImmutableEnumChecker"}) // some calls pass nulls on purpose, and none has state
enum FileCall {
    KEEPS_IN(store -> store.keepsIn(Path.of("directory"), OpenedStores.BUILDPACK)),
    FILES(store -> store.files(OpenedStores.BUILDPACK, Map.of("modules", "sha256:1"))),
    KEEPS_IN_DIRECTORY(store -> store.keepsIn(null, OpenedStores.BUILDPACK)),
    KEEPS_IN_ID(store -> store.keepsIn(Path.of("directory"), null)),
    FILES_ID(store -> store.files(null, Map.of("modules", "sha256:1"))),
    FILES_ID_OF_NOTHING(store -> store.files(null, Map.of())),
    FILES_MAP(store -> store.files(OpenedStores.BUILDPACK, null)),
    FILES_LAYER(store -> store.files(OpenedStores.BUILDPACK, Collections.singletonMap(null, "sha256:1"))),
    FILES_DIFF_ID(store -> store.files(OpenedStores.BUILDPACK, Collections.singletonMap("modules", null)));

    private final Consumer<FileShaStore> call;

    FileCall(Consumer<FileShaStore> call) {
        this.call = call;
    }

    void on(FileShaStore store) {
        call.accept(store);
    }
}
