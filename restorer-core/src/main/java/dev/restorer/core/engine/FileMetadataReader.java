package dev.restorer.core.engine;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.Group;
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.Quoted;
import dev.restorer.api.RestorerException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.core.cache.VolumeCache;
import dev.restorer.core.contents.stream.CacheFailure;
import dev.restorer.core.engine.log.Loggers;
import dev.restorer.core.formats.json.JsonValues;
import dev.restorer.core.formats.toml.TomlFormat;
import dev.restorer.core.metadata.AnalyzedToml;
import dev.restorer.core.metadata.CacheJson;
import dev.restorer.core.metadata.GroupToml;
import dev.restorer.core.metadata.LabelJson;
import dev.restorer.core.metadata.SourceFile;
import dev.restorer.files.FileProblem;
import dev.restorer.spi.LayerCache;
import dev.restorer.vendors.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads metadata from files and from bytes. ServiceLoader finds it. */
public final class FileMetadataReader implements MetadataReader {

    private static final Logger LOG = LoggerFactory.getLogger(Loggers.NAME);
    private static final String LABEL_REMEDY =
            "Provide the label " + AppMetadata.LABEL + " of the previous image, or build without a previous image";
    private static final String ANALYZED_REMEDY = "Provide the analyzed.toml that the analyzer wrote";
    private static final String GROUP_REMEDY = "Provide the group.toml that the detector wrote";
    private static final String CACHE_REMEDY = "Provide the metadata of a cache, or build without the cache";

    private final MetadataLimits limits;

    /** Creates a reader with the default limits, after a check of the versions of its libraries. */
    public FileMetadataReader() {
        this(MetadataLimits.defaults());
        TomlFormat.requireCorrectVersion();
    }

    private FileMetadataReader(MetadataLimits limits) {
        this.limits = limits;
    }

    @Override
    public MetadataReader withLimits(MetadataLimits newLimits) {
        return new FileMetadataReader(Objects.requireNonNull(newLimits, "newLimits"));
    }

    private SourceFile source(String name, String remedy) {
        return new SourceFile(name, remedy, limits);
    }

    @Override
    public AppMetadata readLabel(Path file) {
        return source(file.toString(), LABEL_REMEDY).read(file, LabelJson::parse);
    }

    @Override
    public AppMetadata parseLabel(byte[] json) {
        return source("The label of the previous image", LABEL_REMEDY).parse(json, LabelJson::parse);
    }

    @Override
    public AppMetadata readAnalyzed(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file) && !isOfSystem(file)) {
            throw new UnusableMetadataException(file.toString(), "it is not a regular file", ANALYZED_REMEDY);
        }
        try {
            return source(file.toString(), ANALYZED_REMEDY).read(file, AnalyzedToml::parse);
        } catch (MetadataReadException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                LOG.warn("No analyzed metadata found at path {}", Quoted.quote(file.toString()));
                return AppMetadata.empty();
            }
            throw e.getCause() instanceof IOException io // as in the lifecycle, the cache is restored without it
                    ? new UnusableMetadataException(file.toString(), FileProblem.describe(io), e.remedy(), io)
                    : e;
        }
    }

    /**
     * Returns whether only the system can have put a file in its place. Such a pipe, as of {@code /dev/stdin}, was
     * named by the caller; others may be in the place of a file, and opening them would block.
     */
    private static boolean isOfSystem(Path file) {
        try {
            Path directory = file.toAbsolutePath().resolveSibling(".").toRealPath();
            return directory.equals(Path.of("/dev"))
                    || directory.startsWith("/dev/fd")
                    || directory.startsWith("/proc");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean hasAppMetadata(Path analyzed) {
        try {
            return Files.isRegularFile(analyzed)
                    && source(analyzed.toString(), ANALYZED_REMEDY).read(analyzed, AnalyzedToml::hasMetadata);
        } catch (MetadataReadException e) {
            return false;
        }
    }

    @Override
    public AppMetadata appMetadataOrEmpty(Supplier<AppMetadata> reading) {
        try {
            return Objects.requireNonNull(reading.get(), "reading returned null");
        } catch (UnusableMetadataException e) {
            LOG.warn("Restoring without the metadata of the previous image: {}", e.getMessage());
            return AppMetadata.empty();
        }
    }

    @Override
    public Group readGroup(Path file) {
        return source(file.toString(), GROUP_REMEDY).read(file, GroupToml::parse);
    }

    @Override
    public CacheMetadata parseCacheMetadata(byte[] json) {
        return source("The metadata of the cache", CACHE_REMEDY).parse(json, CacheJson::parse);
    }

    @Override
    public CacheMetadata readCacheMetadata(@Nullable LayerCache cache) {
        if (cache == null) {
            LOG.debug("Usable cache not provided, using empty cache metadata");
            return CacheMetadata.empty();
        }
        try {
            if (!cache.exists()) {
                LOG.info("Layer cache not found");
            }
            return Objects.requireNonNull(cache.metadata(), "it returned null");
        } catch (UnusableMetadataException e) {
            return CacheJson.warn(String.valueOf(e.getMessage()));
        } catch (RestorerException | VirtualMachineError e) {
            throw e;
        } catch (Throwable e) { // another vendor's cache, which may throw what it does not declare
            Vendor.keepInterrupt(e);
            LOG.debug("The metadata of the cache cannot be read", e);
            throw new MetadataReadException(
                    "The metadata of the cache " + cache.getClass().getName(),
                    Quoted.shorten(CacheFailure.problem(e)),
                    "Correct that class, or build without the cache",
                    e);
        }
    }

    @Override
    public CacheMetadata readCacheMetadata(Path file) {
        return CacheJson.readOrWarn(file, limits);
    }

    @Override
    public LayerCache volumeCache(Path directory) {
        return new VolumeCache(directory, limits);
    }

    @Override
    public @Nullable Object value(Metadata metadata) {
        if (metadata instanceof Metadata.Json json) {
            return value(source("Metadata", "Correct it, or build without it")
                    .parsePart(json.array(), whole -> values(json)));
        }
        return Objects.requireNonNull(metadata, "metadata") instanceof Metadata.Value value ? value.value() : null;
    }

    private static Metadata values(Metadata.Json json) {
        Object value = JsonValues.read(json);
        return value == null ? Metadata.none() : Metadata.of(value);
    }
}
