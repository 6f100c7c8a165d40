package dev.restorer.registries;

import dev.restorer.ImageSources;
import dev.restorer.MetadataReader;
import dev.restorer.fixtures.OciLayout;
import dev.restorer.layercache.tck.CachedBuild;
import dev.restorer.layercache.tck.LayerCacheContract;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.LayerCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of the cache in an image. Such a cache exists once its image is found, and only a layer that it has can
 * fail: {@link CacheImageIT} tests that, and {@link StalledRegistryIT} reads that wait.
 */
abstract class ImageCacheContract extends LayerCacheContract {

    private final Place place;
    private final List<ImagePlace> places = new ArrayList<>();
    private final ImageSource source =
            ImageSources.open(ImageSourceConfiguration.builder().build());

    @TempDir
    Path directory;

    ImageCacheContract(Place place) {
        this.place = place;
    }

    @Override
    protected LayerCache openCache(CachedBuild build) throws Exception {
        OciLayout layout = new OciLayout(directory.resolve("layout"));
        layout.label(ImageLayerCache.METADATA_LABEL, build.metadataJson());
        build.layers().forEach(layout::layer);
        ImagePlace image = place.of(layout);
        places.add(image);
        return new ImageLayerCache(
                source.image(image.reference()).orElseThrow(), MetadataReader.load()::parseCacheMetadata);
    }

    /** The image was found. */
    @Override
    protected @Nullable LayerCache openMissingCache() {
        return null;
    }

    @Override
    protected @Nullable LayerCache openBrokenCache() {
        return null;
    }

    @Override
    protected LayerCache openDamagedCache(CachedBuild content) throws Exception {
        return openCache(content);
    }

    @Override
    protected @Nullable LayerCache openStallingCache(CachedBuild content) {
        return null;
    }

    @AfterEach
    void close() {
        source.close();
        places.forEach(ImagePlace::close);
    }
}
