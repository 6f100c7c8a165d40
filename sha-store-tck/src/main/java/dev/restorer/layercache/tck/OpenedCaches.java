package dev.restorer.layercache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Opens caches for tests, and closes the contents that they opened. */
abstract class OpenedCaches {

    /** The time after which something that should end at once has not ended. */
    static final long TIMEOUT_SECONDS = 10;

    /** A diff id that no test has contents for. */
    static final String UNKNOWN = "sha256:" + "0".repeat(64);

    final CachedBuild build = CachedBuild.create();

    private final List<LayerContents> opened = new ArrayList<>();

    OpenedCaches() {}

    abstract LayerCache openCache(CachedBuild content) throws Exception;

    abstract @Nullable LayerCache openMissingCache() throws Exception;

    abstract @Nullable LayerCache openBrokenCache() throws Exception;

    abstract @Nullable LayerCache openDamagedCache(CachedBuild content) throws Exception;

    abstract @Nullable LayerCache openStallingCache(CachedBuild content) throws Exception;

    LayerCache cache() throws Exception {
        return openCache(build);
    }

    String smallLayer() {
        return build.layers().keySet().stream().skip(1).findFirst().orElseThrow();
    }

    String largeLayer() {
        return build.layers().keySet().stream().skip(2).findFirst().orElseThrow();
    }

    byte[] bytes(String diffId) {
        return build.layers().getOrDefault(diffId, new byte[0]);
    }

    /** Opens contents that the cache has. */
    LayerContents open(LayerCache cache, String diffId) throws IOException {
        Optional<LayerContents> contents = cache.contents(diffId);
        assertThat(contents)
                .as("contents(\"%s\"), which the cache has", diffId)
                .isNotNull()
                .isPresent();
        LayerContents present = contents.orElseThrow();
        synchronized (opened) {
            opened.add(present);
        }
        return present;
    }

    @AfterEach
    final void closeOpened() {
        synchronized (opened) {
            for (LayerContents contents : opened) {
                assertThatNoException().as("close() of contents").isThrownBy(contents::close);
            }
        }
    }
}
