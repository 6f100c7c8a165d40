package dev.restorer.shastore.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.files.ConfinedFolder;
import dev.restorer.files.FileProblem;
import dev.restorer.files.LinkedFolderException;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file a layer, which holds its bare diff id. */
final class FilesShaStore implements ShaStore {

    /** A diff id has some seventy bytes. */
    private static final int MOST_BYTES = 64 << 10;

    private final Path directory;
    private volatile boolean closed;

    FilesShaStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public void put(String buildpackId, String layer, String diffId) {
        putAll(buildpackId, Map.of(layer, diffId));
    }

    @Override
    public void putAll(String buildpackId, Map<String, String> diffIds) {
        requireOpen();
        String name = ShaFileNames.folder(buildpackId);
        diffIds.forEach((layer, diffId) -> {
            ShaFileNames.file(buildpackId, layer);
            Objects.requireNonNull(diffId, "diffId");
        });
        try (ConfinedFolder folder = ConfinedFolder.make(directory, name)) {
            for (Map.Entry<String, String> entry : diffIds.entrySet()) {
                String file = ShaFileNames.file(buildpackId, entry.getKey());
                folder.replace(file, ByteBuffer.wrap(entry.getValue().getBytes(UTF_8)));
            }
        } catch (IOException e) {
            throw failure(name, "written", e);
        }
    }

    @Override
    public Optional<String> get(String buildpackId, String layer) {
        return Optional.ofNullable(getAll(buildpackId, List.of(layer)).get(layer));
    }

    @Override
    public Map<String, String> getAll(String buildpackId, Collection<String> layers) {
        requireOpen();
        Map<String, String> diffIds = new LinkedHashMap<>();
        String name = ShaFileNames.folder(buildpackId);
        List<String> files = layers.stream()
                .map(layer -> ShaFileNames.file(buildpackId, layer))
                .toList();
        try (ConfinedFolder folder = ConfinedFolder.open(directory, name).orElse(null)) {
            int i = 0;
            for (String layer : layers) {
                String diffId = folder == null ? null : read(folder, files.get(i++));
                if (diffId != null) {
                    diffIds.put(layer, diffId);
                }
            }
            return diffIds;
        } catch (IOException e) {
            throw failure(name, "read", e);
        }
    }

    /** The lifecycle reads it without the white space around, so a file that was written by hand counts too. */
    private static @Nullable String read(ConfinedFolder folder, String file) throws IOException {
        byte[] content = folder.read(file, MOST_BYTES);
        return content == null ? null : new String(content, UTF_8).strip();
    }

    private ShaStoreException failure(String folder, String done, IOException cause) {
        String problem = cause instanceof LinkedFolderException
                ? "it is a symbolic link, which is not followed"
                : FileProblem.words(cause);
        return new ShaStoreException(
                FilesShaStoreProvider.ID,
                "a file in " + directory.resolve(folder) + " cannot be " + done + ": " + problem,
                "Check what stands there, the space and the permissions",
                cause);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The SHA store was closed");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
