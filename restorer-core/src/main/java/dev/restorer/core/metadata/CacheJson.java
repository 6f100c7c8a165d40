package dev.restorer.core.metadata;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.UnusableMetadataException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the metadata of a cache. */
public final class CacheJson {

    private static final Logger LOG = LoggerFactory.getLogger("dev.restorer.core");

    /** The remedy if the metadata cannot be read, without a full stop. */
    public static final String REMEDY = "Check that the file is readable and not damaged, or build without the cache";

    private CacheJson() {}

    /**
     * Reads a document.
     *
     * @param json the bytes of the document
     * @return the metadata
     */
    public static CacheMetadata parse(byte[] json) {
        LabelParser.Label label = LabelParser.parseFirst(json);
        return new CacheMetadata(label.buildpacks(), label.sbomDiffId());
    }

    /**
     * Reads a file. A build without the cache is only slower, so metadata that cannot be used is ignored with a
     * warning.
     *
     * @param file the file
     * @param limits the limits
     * @return the metadata; empty, with a warning, if it cannot be used
     */
    public static CacheMetadata readOrWarn(Path file, MetadataLimits limits) {
        try {
            return new SourceFile(file.toString(), REMEDY, limits).read(file, CacheJson::parse);
        } catch (UnusableMetadataException e) {
            return warn(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Logs a warning, and returns the metadata for the case that there is no cache.
     *
     * @param problem why the metadata cannot be used
     * @return empty metadata
     */
    public static CacheMetadata warn(String problem) {
        LOG.warn("Ignoring the cache, since its metadata is not valid: {}", problem);
        return CacheMetadata.empty();
    }
}
