package dev.restorer.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.MetadataReader;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.spi.LayerCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeCacheTest {

    private final MetadataReader reader = new FileMetadataReader();

    @TempDir
    Path directory;

    private Path write(String json) throws IOException {
        Path committed = Files.createDirectories(directory.resolve("committed"));
        return Files.writeString(committed.resolve("io.buildpacks.lifecycle.cache.metadata"), json);
    }

    @Test
    void metadataIsReadFromWhereTheLifecycleKeepsIt() throws IOException {
        write("{\"buildpacks\":[{\"key\":\"bp\",\"layers\":{\"x\":{\"cache\":true}}}]}");
        LayerCache cache = reader.volumeCache(directory);
        assertThat(cache.exists()).isTrue();
        assertThat(reader.readCacheMetadata(cache).buildpack("bp").layers()).containsKey("x");
    }

    @Test
    void aFolderThatIsMissingIsNoCache() {
        LayerCache cache = reader.volumeCache(directory.resolve("not-there"));
        assertThat(cache.exists()).isFalse();
        assertThat(reader.readCacheMetadata(cache)).isEqualTo(CacheMetadata.empty());
    }

    @Test
    void aCacheWithoutMetadataKnowsNothing() {
        LayerCache cache = reader.volumeCache(directory);
        assertThat(cache.exists()).isTrue();
        assertThat(cache.metadata()).isEqualTo(CacheMetadata.empty());
    }

    @Test
    void metadataThatIsNoJsonIsNone() throws IOException {
        Path file = write("{\"buildpacks\": [");
        assertThat(reader.volumeCache(directory).metadata()).isEqualTo(CacheMetadata.empty());
        assertThat(reader.readCacheMetadata(file)).isEqualTo(CacheMetadata.empty());
    }

    @Test
    void metadataThatIsAPipeIsAnErrorAndIsNotOpened() throws Exception {
        Path committed = Files.createDirectories(directory.resolve("committed"));
        String pipe =
                committed.resolve("io.buildpacks.lifecycle.cache.metadata").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        LayerCache cache = reader.volumeCache(directory);
        assertThatThrownBy(cache::metadata).isInstanceOf(MetadataReadException.class);
    }

    @Test
    void noCacheAtAllKnowsNothing() {
        assertThat(reader.readCacheMetadata((LayerCache) null)).isEqualTo(CacheMetadata.empty());
    }

    @Test
    void aFileOfCacheMetadataThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> reader.readCacheMetadata(directory.resolve("cache.json")))
                .isInstanceOf(MetadataReadException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void readingLeavesTheCacheAsItIs() throws IOException {
        Path file = write("{}");
        var before = Files.getLastModifiedTime(file);
        reader.readCacheMetadata(reader.volumeCache(directory));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(file).hasContent("{}");
    }
}
