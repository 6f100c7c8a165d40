package dev.restorer.core.metadata;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.UnusableMetadataException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the metadata of a cache. */
public final class CacheJson {

    private static final Logger LOG = LoggerFactory.getLogger(CacheJson.class);

    /** What to do where it cannot be read, without a full stop. */
    public static final String REMEDY = "Check its permissions, or build without the cache";

    private CacheJson() {}

    /**
     * Reads a document.
     *
     * @param json the bytes of the document
     * @return what it says
     */
    public static CacheMetadata parse(byte[] json) {
        LabelParser.Label label = LabelParser.parseFirst(json);
        return new CacheMetadata(label.buildpacks(), label.sbomDiffId());
    }

    /**
     * Reads a file. A cache can be made anew, so one that cannot be understood is no more than a slow build.
     *
     * @param file the file
     * @param limits how much is read
     * @return what it says, or nothing, with a warning
     */
    public static CacheMetadata readOrWarn(Path file, MetadataLimits limits) {
        try {
            return new SourceFile(file.toString(), REMEDY, limits).read(file, CacheJson::parse);
        } catch (UnusableMetadataException e) {
            return warn(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Goes on as if there were no cache, with a warning.
     *
     * @param problem why
     * @return no metadata
     */
    public static CacheMetadata warn(String problem) {
        LOG.warn("Ignoring the cache, since its metadata is not what it should be: {}", problem);
        return CacheMetadata.empty();
    }
}
