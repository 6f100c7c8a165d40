package dev.restorer.shastore.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.api.LayerId;
import dev.restorer.spi.FileShaStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A store that says of no directory that it keeps diff ids there, and keeps every other promise too. */
class SoundFileStore extends SoundStore implements FileShaStore {

    SoundFileStore(Map<LayerId, String> kept) {
        super(kept);
    }

    @Override
    public boolean keepsIn(Path directory, String buildpackId) {
        requireUsable();
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(buildpackId, "buildpackId");
        return false;
    }

    @Override
    public Map<String, byte[]> files(String buildpackId, Map<String, String> diffIds) {
        requireUsable();
        Objects.requireNonNull(buildpackId, "buildpackId");
        Map<String, byte[]> files = new HashMap<>();
        diffIds.forEach((layer, diffId) -> files.put(name(layer), diffId.getBytes(UTF_8)));
        return files;
    }

    String name(String layer) {
        return Integer.toHexString(layer.hashCode());
    }
}
