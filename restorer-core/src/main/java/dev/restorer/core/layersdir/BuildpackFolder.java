package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.Quoted;
import dev.restorer.api.StoreMetadata;
import dev.restorer.files.ConfinedFolder;
import dev.restorer.files.OwnerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

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
     * Returns the name of the file that holds what a buildpack keeps for itself.
     *
     * @return {@code store.toml}
     */
    public static String storeName() {
        return STORE;
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
     * Checks that no folder stands where a file is to be written. A folder is replaced by no file, and one that is found
     * only then is found behind files that were replaced.
     *
     * @param files the names of the files
     * @throws LayersDirectoryException if one does
     */
    public void requireNoFolderAt(Set<String> files) {
        try {
            for (String name : folder.names()) {
                if (files.contains(name) && isFolder(name)) {
                    throw new LayersDirectoryException(
                            path.resolve(name), "is a directory, and a file belongs there", "Move it away");
                }
            }
        } catch (IOException e) {
            throw Failures.unreadable(path, e);
        }
    }

    private boolean isFolder(String name) throws IOException {
        BasicFileAttributes attributes = folder.attributes(name);
        return attributes != null && attributes.isDirectory();
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
