package dev.restorer.core.layersdir;

import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.StoreMetadata;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.LayersDirectoryNames;
import dev.restorer.files.OwnerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The directory of one buildpack in the layers directory. Safe for use by many threads at once. */
public final class BuildpackDirectory implements AutoCloseable {

    private final ConfinedDirectory directory;

    /** The path of the directory; while it is hidden, the path that it will have. */
    private final Path path;

    private final Failures failures;

    BuildpackDirectory(ConfinedDirectory directory, Path path, Failures failures) {
        this.directory = directory;
        this.path = path;
        this.failures = failures;
    }

    /**
     * Changes the owner of the directory and of all that is in it to that of the layers directory, unless the directory
     * itself belongs to that owner already.
     *
     * @return the failure for the first entry whose owner cannot be changed, if any; the other entries are changed
     *     nevertheless
     * @throws LayersDirectoryException if the owner of the directory itself cannot be changed
     */
    public Optional<OwnerException> giveToOwner() {
        try {
            return directory.giveToOwner();
        } catch (OwnerException e) {
            throw failures.of(path, e);
        }
    }

    /**
     * Writes the {@code store.toml}.
     *
     * @param buildpackId the id of the buildpack, for messages
     * @param store its content
     */
    public void writeStore(String buildpackId, StoreMetadata store) {
        write(LayersDirectoryNames.STORE, new LayerToml().store(buildpackId, store));
    }

    /**
     * Returns a writer of the files of layers.
     *
     * @param topLevelTypes whether their types are written at the top level, as below Buildpack API 0.6
     * @return a writer, for one thread
     */
    public LayerWriter layerWriter(boolean topLevelTypes) {
        return new LayerWriter(this, topLevelTypes);
    }

    /**
     * Writes a file, atomically unless the directory is hidden.
     *
     * @param name the name of the file, which must be safe
     * @param content its content
     */
    public void write(String name, byte[] content) {
        try {
            if (isHidden()) {
                directory.create(name, ByteBuffer.wrap(content));
            } else {
                directory.replace(name, ByteBuffer.wrap(content));
            }
        } catch (IOException e) {
            throw failures.of(path.resolve(name), e);
        }
    }

    /** No other process reads a directory before it is in its place, so its files need no temporary file. */
    private boolean isHidden() {
        return !directory.path().equals(path);
    }

    /**
     * Finds the directories that have the name of a file that is to be written.
     *
     * @param files the names of the files
     * @return those that are names of existing directories
     */
    public Set<String> directoriesAt(Set<String> files) {
        Set<String> directories = new LinkedHashSet<>();
        try {
            for (String name : directory.names()) {
                if (files.contains(name) && isDirectory(name)) {
                    directories.add(name);
                }
            }
        } catch (IOException e) {
            throw Failures.unreadable(path, e);
        }
        return directories;
    }

    /**
     * Checks that a directory in the place of a file is that of a layer, which has a file of its own, and that no other
     * directory would be removed with it.
     *
     * @param name the name of the directory
     * @throws LayersDirectoryException if it is not
     */
    public void requireLayer(String name) {
        try {
            BasicFileAttributes own = directory.attributes(LayersDirectoryNames.toml(name));
            if (LayersDirectoryNames.isOfBuildpack(name)
                    || own == null
                    || !own.isRegularFile()
                    || isDirectory(LayersDirectoryNames.sha(name))) {
                throw inTheWay(name);
            }
        } catch (IOException e) {
            throw Failures.unreadable(path, e);
        }
    }

    /**
     * Checks that no file that is to be written has the name of an existing directory.
     *
     * @param files the names of the files
     * @throws LayersDirectoryException if there is such a directory
     */
    public void requireNoDirectoryAt(Set<String> files) {
        for (String name : directoriesAt(files)) {
            throw inTheWay(name);
        }
    }

    private LayersDirectoryException inTheWay(String name) {
        return new LayersDirectoryException(
                path.resolve(name), "is a directory, and the restore writes a file of that name", "Move it away");
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
        return new LayerFiles(directory, failures);
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw failures.of(path, e);
        }
    }
}
