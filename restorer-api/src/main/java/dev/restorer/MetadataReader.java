package dev.restorer;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.ProviderException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.spi.LayerCache;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is known into the facts of a request. Knows formats, and nothing of the rules.
 *
 * <p>Implementations are safe for use by many threads at once. Texts are UTF-8. Unknown fields are ignored.
 *
 * @since 0.1
 */
public interface MetadataReader {

    /**
     * Finds the reader with {@link java.util.ServiceLoader}.
     *
     * @return the reader of the engine that is there
     * @throws ProviderException if there is no engine, or more than one, or a library is there in a version that reads
     *     wrongly
     */
    static MetadataReader load() {
        return Engines.only(MetadataReader.class);
    }

    /**
     * Returns a reader that reads less, or more, than this one: a document that has more bytes cannot be used.
     *
     * @param limits how much it reads at once; {@link MetadataLimits#defaults()} is what {@link #load()} gives
     * @return the other reader
     */
    MetadataReader withLimits(MetadataLimits limits);

    /**
     * Reads the label {@code io.buildpacks.lifecycle.metadata} of the previous app image from a file.
     *
     * @param file a file that holds the JSON of the label
     * @return what the app image knows
     * @throws MetadataReadException if the file is not there, cannot be read, or is no such label
     */
    AppMetadata readLabel(Path file);

    /**
     * Reads the label {@code io.buildpacks.lifecycle.metadata} of the previous app image.
     *
     * @param json the JSON of the label, which is kept and must not be changed any more
     * @return what the app image knows
     * @throws MetadataReadException if it is no such label
     */
    AppMetadata parseLabel(byte[] json);

    /**
     * Reads the app metadata in an {@code analyzed.toml}. (Platform specification, analyzed.toml)
     *
     * @param file the file; where there is none, that is logged as a warning
     * @return what the app image knows; empty if the file is not there, or the file holds nothing of it
     * @throws MetadataReadException if the file cannot be read, or is no such file
     */
    AppMetadata readAnalyzed(Path file);

    /**
     * Reads app metadata as the lifecycle does, for which a previous image makes a build faster and is no condition of
     * it: metadata that cannot be used counts as none. Strict reading, followed by the decision what to do without it,
     * is what the other methods are for.
     *
     * <pre>{@code
     * AppMetadata app = reader.appMetadataOrEmpty(() -> reader.readLabel(file));
     * }</pre>
     *
     * @param reading a call of this reader, such as {@link #readLabel}, {@link #parseLabel} or {@link #readAnalyzed}
     * @return what was read; empty, with a warning in the log that names the place, if it threw an
     *     {@link UnusableMetadataException}
     * @throws MetadataReadException if the file is not there or cannot be read
     */
    AppMetadata appMetadataOrEmpty(Supplier<AppMetadata> reading);

    /**
     * Reads the buildpacks of a {@code group.toml}, without its image extensions. (Platform specification, group.toml)
     *
     * @param file the file
     * @return the buildpacks, in order
     * @throws MetadataReadException if the file is not there, cannot be read, or is no such file
     */
    List<Buildpack> readGroup(Path file);

    /**
     * Reads the metadata {@code io.buildpacks.lifecycle.cache.metadata} of a cache. What stands behind the first JSON
     * value, as a repeated write leaves it, is passed over.
     *
     * @param json the JSON of the metadata, which is kept and must not be changed any more
     * @return what the cache knows
     * @throws MetadataReadException if it is no such metadata
     */
    CacheMetadata parseCacheMetadata(byte[] json);

    /**
     * Reads what a cache knows, and logs if there is no cache.
     *
     * @param cache the cache, or null if no cache is used
     * @return what the cache knows; empty if there is no cache
     * @throws MetadataReadException if the cache is there and does not let itself be read
     */
    CacheMetadata readCacheMetadata(@Nullable LayerCache cache);

    /**
     * Reads the metadata of a cache from a file of its own, for a cache whose layers are not at hand.
     *
     * @param file a file that holds the JSON of the metadata
     * @return what the cache knows; empty, with a warning in the log, if it cannot be used
     * @throws MetadataReadException if the file is not there or cannot be read
     */
    CacheMetadata readCacheMetadata(Path file);

    /**
     * Returns the cache in a directory, as the lifecycle lays it out: {@code committed/} holds the metadata in
     * {@code io.buildpacks.lifecycle.cache.metadata} and each layer in {@code <diff id>.tar}.
     *
     * @param directory the directory, which need not be there
     * @return the cache; its metadata is empty, with a warning in the log, if it cannot be used
     */
    LayerCache volumeCache(Path directory);

    /**
     * Turns metadata into Java values, whatever form it is kept in.
     *
     * @param metadata what a buildpack noted
     * @return a value as {@link Metadata.Value} has it, or null if there is no metadata
     * @throws MetadataReadException if it is JSON, and no JSON or nothing that TOML can hold
     */
    @Nullable
    Object value(Metadata metadata);
}
