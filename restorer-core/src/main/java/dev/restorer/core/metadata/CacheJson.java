package dev.restorer.core.metadata;

import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataReadException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the metadata of a cache. */
final class CacheJson {

    private static final Logger LOG = LoggerFactory.getLogger(CacheJson.class);
    static final String REMEDY = "Check its permissions, or build without the cache";

    private CacheJson() {}

    static CacheMetadata parse(byte[] json) {
        LabelParser.Label label = LabelParser.parse(json);
        return new CacheMetadata(label.buildpacks(), label.sbomDiffId());
    }

    /** A cache can be made anew, so one that cannot be understood is no more than a slow build. */
    static CacheMetadata readOrWarn(Path file) {
        SourceFile source = new SourceFile(file.toString(), REMEDY);
        byte[] json = source.read(file, content -> content);
        try {
            return source.understand(json, CacheJson::parse);
        } catch (MetadataReadException e) {
            LOG.warn("Ignoring the cache, since its metadata is not what it should be: {}", e.getMessage());
            return CacheMetadata.empty();
        }
    }
}
