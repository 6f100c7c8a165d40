package dev.restorer.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.Group;
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataLimits;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A reader that records what it reads, and logs a line of each level. */
final class FakeReader implements MetadataReader {

    final List<String> calls = new ArrayList<>();

    MetadataLimits limits = MetadataLimits.defaults();

    AppMetadata analyzed = AppMetadata.empty();

    boolean hasAppMetadata;

    @Nullable
    RuntimeException failure;

    @Nullable
    Error error;

    boolean hasExtensions;

    @Override
    public MetadataReader withLimits(MetadataLimits limits) {
        this.limits = limits;
        return this;
    }

    @Override
    public AppMetadata readLabel(Path file) {
        calls.add("label " + file);
        return AppMetadata.empty();
    }

    @Override
    public AppMetadata parseLabel(byte[] json) {
        String text = new String(json, UTF_8);
        calls.add("label of image " + text);
        return new AppMetadata(List.of(), text.isEmpty() ? null : "sha256:" + text);
    }

    @Override
    public AppMetadata readAnalyzed(Path file) {
        calls.add("analyzed " + file);
        return analyzed;
    }

    @Override
    public boolean hasAppMetadata(Path analyzed) {
        return hasAppMetadata;
    }

    @Override
    public AppMetadata appMetadataOrEmpty(Supplier<AppMetadata> reading) {
        return reading.get();
    }

    @Override
    public Group readGroup(Path file) {
        LoggerFactory.getLogger(FakeReader.class).debug("a debug {}", "line");
        LoggerFactory.getLogger(FakeReader.class).info("an info {}", "line");
        LoggerFactory.getLogger(FakeReader.class).warn("a warn {}", "line\nbroken");
        LoggerFactory.getLogger(FakeReader.class).error("an error {}", "line");
        calls.add("group " + file);
        if (failure != null) {
            throw failure;
        }
        if (error != null) {
            throw error;
        }
        return new Group(List.of(new Buildpack("example/node", "1.0.0", "0.10")), hasExtensions);
    }

    @Override
    public CacheMetadata parseCacheMetadata(byte[] json) {
        calls.add("metadata of cache image " + new String(json, UTF_8));
        return CacheMetadata.empty();
    }

    @Override
    public CacheMetadata readCacheMetadata(@Nullable LayerCache cache) {
        calls.add(cache == null ? "no cache" : "cache " + cache);
        return cache == null ? CacheMetadata.empty() : cache.metadata();
    }

    @Override
    public CacheMetadata readCacheMetadata(Path file) {
        calls.add("cache metadata " + file);
        return CacheMetadata.empty();
    }

    @Override
    public LayerCache volumeCache(Path directory) {
        return new LayerCache() {
            @Override
            public boolean exists() {
                return true;
            }

            @Override
            public CacheMetadata metadata() {
                return CacheMetadata.empty();
            }

            @Override
            public Optional<LayerContents> contents(String diffId) {
                return Optional.empty();
            }

            @Override
            public String toString() {
                return directory.toString();
            }
        };
    }

    @Override
    public @Nullable Object value(Metadata metadata) {
        throw new UnsupportedOperationException();
    }
}
