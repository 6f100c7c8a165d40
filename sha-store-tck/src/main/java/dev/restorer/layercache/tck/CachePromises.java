package dev.restorer.layercache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.spi.LayerCache;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about the cache as a whole. */
abstract class CachePromises extends OpenedCaches {

    CachePromises() {}

    @Test
    @DisplayName("A cache that was filled exists")
    void aFilledCacheExists() throws Exception {
        assertThat(cache().exists()).as("exists()").isTrue();
    }

    @Test
    @DisplayName("The metadata is what the exporter wrote, each time that it is read")
    void metadataIsRead() throws Exception {
        LayerCache cache = cache();
        assertThat(cache.metadata()).as("metadata()").isEqualTo(build.metadata());
        assertThat(cache.metadata()).as("metadata(), read again").isEqualTo(build.metadata());
    }

    @Test
    @DisplayName("A cache before its first build does not exist, and is empty")
    void aMissingCacheIsEmpty() throws Exception {
        @Nullable LayerCache missing = openMissingCache();
        if (missing != null) {
            assertThat(missing.exists()).as("exists() of a missing cache").isFalse();
            assertThat(missing.metadata()).as("metadata() of a missing cache").isEqualTo(CacheMetadata.empty());
            assertThat(missing.contents(UNKNOWN))
                    .as("contents() of a missing cache")
                    .isNotNull()
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("Contents that the cache does not have are empty, and no failure")
    void unknownContentsAreEmpty() throws Exception {
        assertThat(cache().contents(UNKNOWN))
                .as("contents() of a layer that the cache does not have")
                .isNotNull()
                .isEmpty();
    }

    @Test
    @DisplayName("A longer layer has a greater size before it is opened, if sizes are known")
    void knownSizesHaveTheOrderOfTheLengths() throws Exception {
        LayerCache cache = cache();
        OptionalLong small = size(cache, smallLayer());
        OptionalLong large = size(cache, largeLayer());
        if (small.isPresent() && large.isPresent()) { // the cache may keep them compressed
            assertThat(large.getAsLong()).as("size() of the longer layer").isGreaterThan(small.getAsLong());
        }
        assertThat(size(cache, UNKNOWN))
                .as("size() of a layer that the cache does not have")
                .isEmpty();
    }

    private static OptionalLong size(LayerCache cache, String diffId) {
        OptionalLong size = cache.size(diffId);
        assertThat(size).as("size(\"%s\")", diffId).isNotNull();
        return size;
    }

    @Test
    @DisplayName("Damaged metadata is an UnusableMetadataException, or empty")
    void damagedMetadataIsUnusable() throws Exception {
        @Nullable LayerCache damaged = openDamagedCache(build.damaged());
        if (damaged != null) {
            try {
                assertThat(damaged.metadata()).as("metadata() that is damaged").isEqualTo(CacheMetadata.empty());
            } catch (UnusableMetadataException e) {
                // The restore continues without a cache, with a warning.
            }
        }
    }

    @Test
    @DisplayName("The metadata of a cache that cannot be read is a MetadataReadException")
    void metadataOfABrokenCacheFails() throws Exception {
        @Nullable LayerCache broken = openBrokenCache();
        if (broken != null) {
            assertThatExceptionOfType(MetadataReadException.class)
                    .as("metadata() of a broken cache")
                    .isThrownBy(broken::metadata);
        }
    }

    @Test
    @DisplayName("Contents of a cache that cannot be read are an IOException with a message, and not absent")
    void contentsOfABrokenCacheFail() throws Exception {
        @Nullable LayerCache broken = openBrokenCache();
        if (broken != null) {
            assertThatExceptionOfType(IOException.class)
                    .as("contents() of a broken cache")
                    .isThrownBy(() -> broken.contents(smallLayer()))
                    .satisfies(e -> assertThat(e.getMessage())
                            .as("the message of the exception, which people read")
                            .isNotBlank());
        }
    }
}
