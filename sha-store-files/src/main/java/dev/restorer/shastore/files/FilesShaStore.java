package dev.restorer.shastore.files;

import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.FileOwner;
import dev.restorer.files.TrustedDirectory;
import dev.restorer.spi.FileShaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each diff id in a file of its layer. No file is open between calls, so the store is safe for use by many
 * threads at once.
 */
final class FilesShaStore implements FileShaStore {

    private final Path directory;
    private final FileOwner owner;
    private volatile boolean closed;

    FilesShaStore(Path directory, FileOwner owner) {
        this.directory = directory;
        this.owner = owner;
    }

    @Override
    public void put(String buildpackId, String layer, String diffId) {
        requireOpen();
        Objects.requireNonNull(buildpackId, "buildpackId");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(diffId, "diffId");
        putAll(buildpackId, Map.of(layer, diffId));
    }

    @Override
    public void putAll(String buildpackId, Map<String, String> diffIds) {
        requireOpen();
        String name = ShaFileNames.directory(Objects.requireNonNull(buildpackId, "buildpackId"));
        Map<String, String> byFile = byFile(buildpackId, diffIds);
        if (byFile.isEmpty()) {
            return;
        }
        try (ConfinedDirectory confined = new TrustedDirectory(directory, owner).make(name)) {
            byFile.forEach((file, diffId) -> ShaFile.write(confined, file, diffId));
        } catch (IOException e) {
            throw Failures.directory(directory.resolve(name), e);
        }
    }

    @Override
    public boolean keepsIn(Path buildpackDirectory, String buildpackId) {
        requireOpen();
        Objects.requireNonNull(buildpackDirectory, "buildpackDirectory");
        String name = ShaFileNames.directory(Objects.requireNonNull(buildpackId, "buildpackId"));
        return buildpackDirectory.equals(directory.resolve(name));
    }

    @Override
    public Map<String, byte[]> files(String buildpackId, Map<String, String> diffIds) {
        requireOpen();
        String name = ShaFileNames.directory(Objects.requireNonNull(buildpackId, "buildpackId"));
        Path buildpackDirectory = directory.resolve(name);
        Map<String, byte[]> files = new LinkedHashMap<>();
        byFile(buildpackId, diffIds)
                .forEach((file, diffId) -> files.put(file, ShaFile.content(buildpackDirectory, file, diffId)));
        return files;
    }

    /** Checks every name before the first file is written. */
    private static Map<String, String> byFile(String buildpackId, Map<String, String> diffIds) {
        Map<String, String> byFile = new LinkedHashMap<>();
        diffIds.forEach((layer, diffId) -> byFile.put(
                ShaFileNames.file(buildpackId, Objects.requireNonNull(layer, "layer")),
                Objects.requireNonNull(diffId, "diffId")));
        return byFile;
    }

    @Override
    public Optional<String> get(String buildpackId, String layer) {
        requireOpen();
        Objects.requireNonNull(buildpackId, "buildpackId");
        Objects.requireNonNull(layer, "layer");
        return Optional.ofNullable(getAll(buildpackId, List.of(layer)).get(layer));
    }

    @Override
    public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        requireOpen();
        String name = ShaFileNames.directory(Objects.requireNonNull(buildpackId, "buildpackId"));
        Map<String, String> files = files(buildpackId, layers);
        try (@Nullable
                ConfinedDirectory confined =
                        new TrustedDirectory(directory).open(name).orElse(null)) {
            return confined == null ? Map.of() : read(confined, files);
        } catch (IOException e) {
            throw Failures.directory(directory.resolve(name), e);
        }
    }

    private static Map<String, String> files(String buildpackId, Collection<String> layers) {
        Map<String, String> files = new LinkedHashMap<>();
        layers.forEach(
                layer -> files.put(Objects.requireNonNull(layer, "layer"), ShaFileNames.file(buildpackId, layer)));
        return files;
    }

    private static Map<String, String> read(ConfinedDirectory confined, Map<String, String> files) {
        Map<String, String> found = new LinkedHashMap<>();
        files.forEach((layer, file) -> ShaFile.read(confined, file).ifPresent(diffId -> found.put(layer, diffId)));
        return found;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The SHA store in " + directory + " was closed");
        }
    }
}
