package dev.restorer.caches;

import dev.restorer.MetadataReader;
import dev.restorer.layercache.tck.CachedBuild;
import dev.restorer.layercache.tck.LayerCacheContract;
import dev.restorer.spi.LayerCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** The cache in a directory keeps the contract. */
class VolumeCacheContractTest extends LayerCacheContract {

    private static final String METADATA = "io.buildpacks.lifecycle.cache.metadata";

    @TempDir
    Path directory;

    private final MetadataReader reader = MetadataReader.load();

    @Override
    protected LayerCache openCache(CachedBuild build) throws IOException {
        Path committed = Files.createDirectories(directory.resolve("cache/committed"));
        Files.writeString(committed.resolve(METADATA), build.metadataJson());
        for (Map.Entry<String, byte[]> layer : build.layers().entrySet()) {
            Files.write(committed.resolve(layer.getKey() + ".tar"), layer.getValue());
        }
        return reader.volumeCache(directory.resolve("cache"));
    }

    @Override
    protected LayerCache openMissingCache() {
        return reader.volumeCache(directory.resolve("missing"));
    }

    /** A file is in the place of the directory, so nothing in it can be read, which is not the same as absent. */
    @Override
    protected LayerCache openBrokenCache() throws IOException {
        Path cache = Files.createDirectories(directory.resolve("broken"));
        Files.writeString(cache.resolve("committed"), "");
        return reader.volumeCache(cache);
    }

    @Override
    protected LayerCache openDamagedCache(CachedBuild content) throws IOException {
        return openCache(content);
    }

    /** A read of a file does not wait. */
    @Override
    protected @Nullable LayerCache openStallingCache(CachedBuild content) {
        return null;
    }
}
