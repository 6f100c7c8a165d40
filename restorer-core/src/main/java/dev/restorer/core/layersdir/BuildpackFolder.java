package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.Quoted;
import dev.restorer.api.StoreMetadata;
import dev.restorer.core.metadata.StrictToml;
import dev.restorer.files.ConfinedFolder;
import dev.restorer.files.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.tomlj.TomlTable;

/** The folder of one buildpack in the layers directory. Safe for use by many threads at once. */
public final class BuildpackFolder implements AutoCloseable {

    private static final String STORE = "store.toml";

    /** More than any buildpack keeps, and little enough to be read at once. */
    private static final int MOST_STORE_BYTES = 16 << 20;

    private final ConfinedFolder folder;

    /** Where it is, or will be. */
    private final Path path;

    BuildpackFolder(ConfinedFolder folder, Path path) {
        this.folder = folder;
        this.path = path;
    }

    /**
     * Checks that a {@code store.toml} that stands here can be read by its buildpack.
     *
     * @throws LayersDirectoryException if it cannot
     */
    public void requireReadableStore() {
        Path path = this.path.resolve(STORE);
        try {
            BasicFileAttributes attributes = folder.attributes(STORE);
            if (attributes == null || attributes.isDirectory()) {
                return; // a folder of that name is a layer's, not a store
            }
            byte[] content = folder.read(STORE, MOST_STORE_BYTES);
            if (content != null) {
                requireStore(StrictToml.parse(content));
            }
        } catch (IllegalArgumentException e) {
            throw Failures.unreadableStore(path, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw Failures.unreadableStore(path, FileProblem.words(e), e);
        }
    }

    private static void requireStore(TomlTable store) {
        if (store.contains("metadata") && !store.isTable("metadata")) {
            throw new IllegalArgumentException("its metadata is not a table");
        }
    }

    /**
     * Writes the {@code store.toml}.
     *
     * @param buildpackId whose it is, for messages
     * @param store what it shall hold
     */
    public void writeStore(String buildpackId, StoreMetadata store) {
        write(STORE, new LayerToml().store("the store of " + Quoted.quote(buildpackId), store));
    }

    /**
     * Returns where a buildpack keeps its {@code store.toml}.
     *
     * @param folder the folder of the buildpack
     * @return the path of that file
     */
    public static Path store(Path folder) {
        return folder.resolve(STORE);
    }

    /**
     * Makes what writes the files of layers.
     *
     * @param typesOnTop whether their types are written too, as below Buildpack API 0.6
     * @return a writer, for one thread
     */
    public LayerWriter layerWriter(boolean typesOnTop) {
        return new LayerWriter(this, typesOnTop);
    }

    /**
     * Writes a file. Where it can be seen it appears whole.
     *
     * @param name its name, which is safe
     * @param content what it shall hold
     */
    public void write(String name, byte[] content) {
        try {
            if (isHidden()) {
                folder.create(name, ByteBuffer.wrap(content));
            } else {
                folder.replace(name, ByteBuffer.wrap(content));
            }
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /** Nobody looks into a folder before it is in its place, so no file of it needs a name of its own first. */
    private boolean isHidden() {
        return !folder.path().equals(path);
    }

    /**
     * Returns the layers that have a folder or a file here.
     *
     * @return the layers
     */
    public LayerFiles layers() {
        return new LayerFiles(folder);
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            throw Failures.of(path, e);
        }
    }
}
