package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.MetadataLimits;
import dev.restorer.core.cache.VolumeCache;
import dev.restorer.spi.LayerCache;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CacheFailureTest {

    private final LayerCache volume = new VolumeCache(Path.of("cache"), MetadataLimits.defaults());
    private final LayerCache other = LayerCache.none();

    @Test
    void aFailureOfTheVolumeCacheNamesItsFile() {
        assertThat(CacheFailure.thrown(volume, new AccessDeniedException("cache/a.tar")))
                .hasMessage("cache/a.tar: permission is denied");
        assertThat(CacheFailure.thrown(volume, new IOException("cache/a.tar is not a regular file")))
                .hasMessage("cache/a.tar is not a regular file");
        assertThat(CacheFailure.returned(volume, "null")).hasMessage("it returned null");
    }

    @Test
    void aFailureOfAnotherCacheNamesItsClass() {
        String name = other.getClass().getName();
        assertThat(CacheFailure.thrown(other, new AccessDeniedException("cache/a.tar")))
                .hasMessage(name + ": permission is denied");
        assertThat(CacheFailure.returned(other, "null")).hasMessage(name + ": it returned null");
    }
}
