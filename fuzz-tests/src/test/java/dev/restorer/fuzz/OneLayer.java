package dev.restorer.fuzz;

import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A cache that has the contents of one layer, and knows it as {@code deps} of {@code example/node}. It takes the same
 * contents for its SBOM files. It has a tar without entries too, which fits a layer of any name.
 */
final class OneLayer implements LayerCache {

    static final String DIRECTORY = "example_node";
    static final String LAYER = "deps";

    /** One whose contents are sound. Kept inputs have its diff id. */
    static final OneLayer KEPT = kept();

    private static final String BUILDPACK = "example/node";

    private static final byte[] NO_ENTRIES = new byte[1024];
    private static final String NO_ENTRIES_DIFF_ID = DiffIds.of(NO_ENTRIES);

    private final byte[] contents;
    private final String diffId;

    /**
     * Makes a cache.
     *
     * @param contents the contents, compressed or not
     * @param tar the tar that is compressed there
     */
    OneLayer(byte[] contents, byte[] tar) {
        this.contents = contents;
        this.diffId = DiffIds.of(tar);
    }

    private static OneLayer kept() {
        try (InputStream stream = OneLayer.class.getResourceAsStream("kept.tar")) {
            byte[] tar = Objects.requireNonNull(stream).readAllBytes();
            return new OneLayer(tar, tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String diffId() {
        return diffId;
    }

    int size() {
        return contents.length;
    }

    /** Returns the facts of a restore that this is the cache of. */
    Facts facts(String buildpackApi) {
        return Facts.of(BUILDPACK, buildpackApi, metadata());
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public CacheMetadata metadata() {
        LayerMetadata layer = LayerMetadata.of(diffId)
                .types(LayerTypes.of(true, false, true))
                .metadata(Metadata.of(Map.of("version", "1")))
                .build();
        return new CacheMetadata(List.of(new BuildpackMetadata(BUILDPACK, Map.of(LAYER, layer), null)), diffId);
    }

    @Override
    public Optional<LayerContents> contents(String asked) {
        if (asked.equals(diffId)) {
            return stream(contents);
        }
        return asked.equals(NO_ENTRIES_DIFF_ID) ? stream(NO_ENTRIES) : Optional.empty();
    }

    private static Optional<LayerContents> stream(byte[] bytes) {
        return Optional.of(new LayerContents(new ByteArrayInputStream(bytes), bytes.length));
    }
}
