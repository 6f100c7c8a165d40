package dev.restorer;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.Group;
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.ProviderException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.spi.LayerCache;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the labels, files and caches of earlier builds into the facts of a request. It knows the formats, and none of
 * the rules by which a restore decides.
 *
 * <p>Implementations are safe for use by many threads at once. Text is read as UTF-8. Unknown fields are ignored.
 *
 * @since 0.1
 */
public interface MetadataReader {

    /**
     * Finds the reader with {@link java.util.ServiceLoader}.
     *
     * @return the reader of the engine
     * @throws ProviderException if there is no engine, or more than one, or a library has a version that reads wrong
     *     values
     */
    static MetadataReader load() {
        return Engines.only(MetadataReader.class);
    }

    /**
     * Returns a reader with other limits. A document that exceeds them is an {@link UnusableMetadataException}.
     *
     * @param limits the limits; a reader that {@link #load()} returns has {@link MetadataLimits#defaults()}
     * @return the reader with these limits
     */
    MetadataReader withLimits(MetadataLimits limits);

    /**
     * Reads the label {@code io.buildpacks.lifecycle.metadata} of the previous app image from a file.
     *
     * @param file a file that holds the JSON of the label
     * @return the metadata of the app image
     * @throws MetadataReadException if the file does not exist, cannot be read, or is not such a label
     */
    AppMetadata readLabel(Path file);

    /**
     * Reads the label {@code io.buildpacks.lifecycle.metadata} of the previous app image.
     *
     * @param json the JSON of the label; the array is kept, so the caller must not change it afterwards
     * @return the metadata of the app image
     * @throws MetadataReadException if it is not such a label
     */
    AppMetadata parseLabel(byte[] json);

    /**
     * Reads the app metadata in an {@code analyzed.toml}. (Platform specification, analyzed.toml)
     *
     * @param file the file; if it does not exist, a warning is logged
     * @return the metadata of the app image; empty if the file does not exist or holds none
     * @throws MetadataReadException if the file cannot be read, or is not an {@code analyzed.toml}
     */
    AppMetadata readAnalyzed(Path file);

    /**
     * Tells whether an {@code analyzed.toml} has app metadata. That of the analyzer has it also for a build without a
     * previous image; then it has no buildpacks.
     *
     * @param analyzed the file
     * @return whether it has a table for it; false if the file does not exist, is not a regular file, or cannot be used
     */
    boolean hasAppMetadata(Path analyzed);

    /**
     * Reads app metadata as the lifecycle does: a build does not need a previous image, so metadata that cannot be used
     * is treated as absent. The other methods throw an exception in this case.
     *
     * <pre>{@code
     * AppMetadata app = reader.appMetadataOrEmpty(() -> reader.readLabel(file));
     * }</pre>
     *
     * @param reading a call of a method of this reader, such as {@link #readLabel}, {@link #parseLabel} or
     *     {@link #readAnalyzed}
     * @return the metadata that was read; empty if the call threw an {@link UnusableMetadataException}, which is then
     *     logged as a warning
     * @throws MetadataReadException if the file does not exist or cannot be read
     * @throws NullPointerException if the call returned null
     */
    AppMetadata appMetadataOrEmpty(Supplier<AppMetadata> reading);

    /**
     * Reads a {@code group.toml}. (Platform specification, group.toml)
     *
     * @param file the file
     * @return the buildpacks, and whether there are image extensions
     * @throws MetadataReadException if the file does not exist, cannot be read, or is not a {@code group.toml}
     */
    Group readGroup(Path file);

    /**
     * Reads the metadata {@code io.buildpacks.lifecycle.cache.metadata} of a cache. Text after the first JSON value is
     * ignored, since a shorter document that is written over a longer one leaves such text.
     *
     * @param json the JSON of the metadata; the array is kept, so the caller must not change it afterwards
     * @return the metadata of the cache
     * @throws MetadataReadException if it is not such metadata
     */
    CacheMetadata parseCacheMetadata(byte[] json);

    /**
     * Reads the metadata of a cache, and logs if there is no cache. A build without the cache is only slower, so an
     * {@link UnusableMetadataException} that {@link LayerCache#metadata()} throws is logged as a warning.
     *
     * @param cache the cache, or null if no cache is used
     * @return the metadata of the cache; empty if there is no cache, or its metadata cannot be used
     * @throws MetadataReadException if the cache exists and cannot be read
     */
    CacheMetadata readCacheMetadata(@Nullable LayerCache cache);

    /**
     * Reads the metadata of a cache from a file, for a cache whose layers are not available.
     *
     * @param file a file that holds the JSON of the metadata
     * @return the metadata of the cache; empty, with a warning in the log, if it cannot be used
     * @throws MetadataReadException if the file does not exist or cannot be read
     */
    CacheMetadata readCacheMetadata(Path file);

    /**
     * Returns the cache in a directory, as the lifecycle lays it out: {@code committed/} holds the metadata in
     * {@code io.buildpacks.lifecycle.cache.metadata} and each layer in {@code <diff id>.tar}.
     *
     * @param directory the directory, which need not exist
     * @return the cache; its metadata is empty, with a warning in the log, if it cannot be used
     */
    LayerCache volumeCache(Path directory);

    /**
     * Converts metadata into Java values, also where it is kept as JSON.
     *
     * @param metadata the metadata of a layer or of a store
     * @return a value of the types that {@link Metadata.Value} lists, or null if there is no metadata
     * @throws MetadataReadException if the metadata is kept as JSON, and is not valid JSON or holds what TOML cannot
     *     express
     */
    @Nullable
    Object value(Metadata metadata);
}
