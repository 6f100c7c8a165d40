package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.Quoted;
import dev.restorer.api.StoreMetadata;
import dev.restorer.files.ConfinedFolder;
import dev.restorer.files.OwnerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of one buildpack in the layers directory. Safe for use by many threads at once. */
public final class BuildpackFolder implements AutoCloseable {

    private static final String STORE = "store.toml";

    private final ConfinedFolder folder;

    /** Where it is, or will be. */
    private final Path path;

    BuildpackFolder(ConfinedFolder folder, Path path) {
        this.folder = folder;
        this.path = path;
    }

    /**
     * Gives the folder with all that is in it to the owner of the layers directory, unless the folder itself belongs to
     * that owner already.
     *
     * @return the first entry that cannot be given, if any; the others are given all the same
     * @throws LayersDirectoryException if the folder itself cannot be given
     */
    public Optional<OwnerException> giveToOwner() {
        try {
            return folder.giveToOwner();
        } catch (OwnerException e) {
            throw Failures.of(path, e);
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
