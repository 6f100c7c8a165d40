package dev.restorer.registries;

import static dev.restorer.registries.ImageBuild.assertDone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With further SHA stores, the command runs as modules. */
@Tag("long")
class ImagesOnModulePathIT {

    @TempDir
    Path directory;

    private List<String> withStores() throws IOException {
        return List.of("env", "RESTORER_STORES=" + Files.createDirectory(directory.resolve("stores")));
    }

    @Test
    void aCacheImageIsReadFromARegistry() throws Exception {
        ImageBuild build = new ImageBuild(directory);
        try (ImagePlace images = Place.REGISTRY.of(build.cache)) {
            assertDone(build.restoreCache(withStores(), images.reference()));
            build.assertCacheRestored();
        }
    }

    @Test
    void aPreviousImageIsReadFromALayout() throws Exception {
        ImageBuild build = new ImageBuild(directory);
        build.app.write("1");
        assertDone(build.restore(withStores(), "--previous-image", "oci:" + build.app.directory()));
        build.assertAppRestored();
    }
}
