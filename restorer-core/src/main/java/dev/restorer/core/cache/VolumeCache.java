package dev.restorer.core.cache;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.core.metadata.CacheJson;
import dev.restorer.core.metadata.SourceFile;
import dev.restorer.spi.ImageLayerCache;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The cache in a directory, as the lifecycle lays it out. */
public final class VolumeCache implements LayerCache {

    private static final String FILE_REMEDY = "Name the directory of the cache, or build without the cache";

    private final Path directory;
    private final Path committed;
    private final MetadataLimits limits;

    /**
     * Creates a cache for a directory, which need not exist.
     *
     * @param directory the directory of the cache
     * @param limits the limits of its metadata
     */
    public VolumeCache(Path directory, MetadataLimits limits) {
        this.directory = directory;
        this.committed = directory.resolve("committed");
        this.limits = limits;
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(directory);
    }

    @Override
    public CacheMetadata metadata() {
        Path file = committed.resolve(ImageLayerCache.METADATA_LABEL);
        try {
            return attributes(file).isRegularFile()
                    ? CacheJson.readOrWarn(file, limits)
                    : CacheJson.warn(file + " is not a regular file. " + CacheJson.REMEDY + ".");
        } catch (NoSuchFileException e) {
            return CacheMetadata.empty();
        } catch (IOException e) {
            throw Files.isRegularFile(directory)
                    ? new MetadataReadException(directory.toString(), "it is not a directory", FILE_REMEDY, e)
                    : new SourceFile(file.toString(), CacheJson.REMEDY, limits).unreadable(e);
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            requireDirectoryAbove(file); // newer JVMs also throw this where that is a file
            throw e;
        }
    }

    /** Requires that the deepest path above a file that exists is a directory. */
    private static void requireDirectoryAbove(Path file) throws IOException {
        Path above = file.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above != null && !Files.isDirectory(above)) {
            throw new FileSystemException(file.toString(), null, "Not a directory");
        }
    }

    @Override
    public OptionalLong size(String diffId) {
        try {
            return OptionalLong.of(Files.size(file(diffId)));
        } catch (IOException e) {
            return OptionalLong.empty(); // the failure is reported when the layer is restored
        }
    }

    private Path file(String diffId) {
        return committed.resolve(Objects.requireNonNull(diffId, "diffId") + ".tar");
    }

    @Override
    public Optional<LayerContents> contents(String diffId) throws IOException {
        Path file = file(diffId);
        try {
            BasicFileAttributes attributes = attributes(file);
            if (!attributes.isRegularFile()) {
                // opening a pipe would wait for a writer, also one that replaces a file after this check; concurrent
                // processes that could do that are trusted
                throw new FileSystemException(file.toString(), null, "it is not a regular file");
            }
            return Optional.of(
                    new LayerContents(new NamedFileStream(file, Files.newInputStream(file)), attributes.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "cache in " + directory;
    }
}
