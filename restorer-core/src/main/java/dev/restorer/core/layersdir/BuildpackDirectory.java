package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.Quoted;
import dev.restorer.api.StoreMetadata;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.files.OwnerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/** The directory of one buildpack in the layers directory. Safe for use by many threads at once. */
public final class BuildpackDirectory implements AutoCloseable {

    private final ConfinedDirectory directory;

    /** Where it is, or will be. */
    private final Path path;

    BuildpackDirectory(ConfinedDirectory directory, Path path) {
        this.directory = directory;
        this.path = path;
    }

    /**
     * Gives the directory with all that is in it to the owner of the layers directory, unless the directory itself
     * belongs to that owner already.
     *
     * @return the first entry that cannot be given, if any; the others are given all the same
     * @throws LayersDirectoryException if the directory itself cannot be given
     */
    public Optional<OwnerException> giveToOwner() {
        try {
            return directory.giveToOwner();
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
        write(LayersDirectoryNames.STORE, new LayerToml().store("the store of " + Quoted.quote(buildpackId), store));
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
                directory.create(name, ByteBuffer.wrap(content));
            } else {
                directory.replace(name, ByteBuffer.wrap(content));
            }
        } catch (IOException e) {
            throw Failures.of(path.resolve(name), e);
        }
    }

    /** Nobody looks into a directory before it is in its place, so no file of it needs a name of its own first. */
    private boolean isHidden() {
        return !directory.path().equals(path);
    }

    /**
     * Checks that no directory stands where a file is to be written. A directory is replaced by no file, and one that
     * is found only then is found behind files that were replaced.
     *
     * @param files the names of the files
     * @throws LayersDirectoryException if one does
     */
    public void requireNoDirectoryAt(Set<String> files) {
        try {
            for (String name : directory.names()) {
                if (files.contains(name) && isDirectory(name)) {
                    throw new LayersDirectoryException(
                            path.resolve(name), "is a directory, and a file belongs there", "Move it away");
                }
            }
        } catch (IOException e) {
            throw Failures.unreadable(path, e);
        }
    }

    private boolean isDirectory(String name) throws IOException {
        BasicFileAttributes attributes = directory.attributes(name);
        return attributes != null && attributes.isDirectory();
    }

    /**
     * Returns the layers that have a directory or a file here.
     *
     * @return the layers
     */
    public LayerFiles layers() {
        return new LayerFiles(directory);
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw Failures.of(path, e);
        }
    }
}
