package dev.restorer.core.metadata;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The cache in a directory, as the lifecycle lays it out. */
final class VolumeCache implements LayerCache {

    private final Path directory;

    VolumeCache(Path directory) {
        this.directory = directory;
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(directory);
    }

    @Override
    public CacheMetadata metadata() {
        Path file = directory.resolve("committed").resolve("io.buildpacks.lifecycle.cache.metadata");
        if (Files.notExists(file)) {
            return CacheMetadata.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new MetadataReadException(file.toString(), "it is no regular file", CacheJson.REMEDY);
        }
        return CacheJson.readOrWarn(file);
    }

    @Override
    public Optional<LayerContents> contents(String diffId) throws IOException {
        Path file = directory.resolve("committed").resolve(diffId + ".tar");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no regular file"); // opening a pipe would wait for a writer
        }
        return Optional.of(new LayerContents(Files.newInputStream(file), Files.size(file)));
    }

    @Override
    public String toString() {
        return "cache in " + directory;
    }
}
