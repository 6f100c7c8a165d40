package dev.restorer.benchmarks.data;

import dev.restorer.MetadataReader;
import dev.restorer.api.Buildpack;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.LayerCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * A cache volume with the contents of cached layers: files of one size, a hundred in a directory.
 *
 * @param layers the number of layers
 * @param files the number of files of a layer
 * @param fileBytes the size of a file, in bytes
 * @param isText whether files hold text, which gzip halves, or else random bytes
 */
public record ContentsSet(int layers, int files, int fileBytes, boolean isText) {

    private static final Buildpack BUILDPACK =
            new Buildpack(CacheVolume.BUILDPACK_ID, CacheVolume.BUILDPACK_VERSION, CacheVolume.BUILDPACK_API);

    /**
     * Creates a set of files of random bytes.
     *
     * @param layers the number of layers
     * @param files the number of files of a layer
     * @param fileBytes the size of a file, in bytes
     */
    public ContentsSet(int layers, int files, int fileBytes) {
        this(layers, files, fileBytes, false);
    }

    /**
     * Writes the volume.
     *
     * @param volume a directory that does not exist yet
     * @throws IOException if it cannot be written
     */
    public void write(Path volume) throws IOException {
        LayerFiles layer = new LayerFiles(files, fileBytes, isText ? Content.LETTERS : Content.RANDOM);
        try {
            new CacheVolume(Collections.nCopies(layers, layer), Compression.NONE).write(volume);
        } catch (InterruptedException e) {
            throw new AssertionError("no program compresses", e);
        }
    }

    /**
     * Returns a request to restore all of them.
     *
     * @param layersDirectory the layers directory
     * @param cache the cache in the volume
     * @return the request
     */
    public static RestoreRequest request(Path layersDirectory, LayerCache cache) {
        return RestoreRequest.in(layersDirectory)
                .group(List.of(BUILDPACK))
                .cacheMetadata(MetadataReader.load().readCacheMetadata(cache))
                .build();
    }
}
