package dev.restorer.core.contents;

import dev.restorer.api.CacheMetadata;
import dev.restorer.core.contents.digest.DiffId;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A cache in memory. */
public final class MemoryCache implements LayerCache {

    private final Map<String, Opening> contents = new ConcurrentHashMap<>();

    /** Opens contents, or throws an exception. */
    public interface Opening {
        LayerContents open() throws IOException;
    }

    public static String diffId(byte[] tar) {
        MessageDigest digest = DiffId.digest();
        digest.update(tar);
        return DiffId.of(digest);
    }

    /** Adds contents and returns their diff id. */
    public String add(byte[] tar) {
        String diffId = diffId(tar);
        put(diffId, tar);
        return diffId;
    }

    public void put(String diffId, byte[] tar) {
        put(diffId, () -> new LayerContents(new ByteArrayInputStream(tar), tar.length));
    }

    public void put(String diffId, Opening opening) {
        contents.put(diffId, opening);
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public CacheMetadata metadata() {
        return CacheMetadata.empty();
    }

    @Override
    public Optional<LayerContents> contents(String diffId) throws IOException {
        @Nullable Opening opening = contents.get(diffId);
        return opening == null ? Optional.empty() : Optional.of(opening.open());
    }
}
