package dev.restorer.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places and removes directories in a confined directory atomically: a concurrent reader, or a reader after the process
 * was killed, sees an incomplete directory only under a hidden name. The exception is a directory that cannot be moved
 * away: its entries are removed and replaced one by one. Safe for use by many threads at once.
 *
 * @param directory the confined directory
 */
public record AtomicDirectories(ConfinedDirectory directory) {

    /**
     * Creates a hidden directory, to be filled before it is moved into its place.
     *
     * @return the directory, which is empty
     * @throws IOException if it cannot be created
     */
    public HiddenDirectory makeHidden() throws IOException {
        return HiddenDirectory.make(directory);
    }

    /**
     * Moves a filled directory into its place, and replaces what exists there.
     *
     * @param hidden the directory, created by {@link #makeHidden()}
     * @param name the name of its place
     * @return what remains of the replaced entry, under a hidden name, if it cannot be removed
     * @throws UnmovableException if an existing directory can neither be moved away nor be filled by moving. The hidden
     *     directory is removed, and the existing one is not changed; {@link #openUnmovable} may be able to replace its
     *     entries
     * @throws IOException if it cannot be moved. Then it is removed, and the entry that existed there may be removed
     *     too
     */
    public Optional<Leftover> place(HiddenDirectory hidden, String name) throws IOException {
        try {
            return replace(hidden, PlainName.require(name));
        } catch (IOException e) {
            hidden.removeAfter(e);
            throw e;
        }
    }

    private Optional<Leftover> replace(HiddenDirectory hidden, String name) throws IOException {
        String aside;
        try {
            aside = removal().moveAside(name);
        } catch (IOException e) {
            replaceEntries(hidden, name, e);
            return Optional.empty();
        }
        try {
            hidden.owner().give(hidden.path());
            moveTo(hidden, name);
        } catch (IOException e) {
            removeAside(aside);
            throw e;
        }
        return removeAside(aside);
    }

    private Optional<Leftover> removeAside(@Nullable String aside) {
        return aside == null ? Optional.empty() : removal().remove(aside);
    }

    private void replaceEntries(HiddenDirectory hidden, String name, IOException moveFailure) throws IOException {
        try (UnmovableDirectory unmovable = openUnmovable(name)) {
            unmovable.requireMovableFrom(directory);
            unmovable.replaceBy(hidden);
        } catch (NotDirectoryException e) {
            throw moveFailure;
        }
    }

    private void moveTo(HiddenDirectory hidden, String name) throws IOException {
        try {
            directory.move(hidden.name(), name);
        } catch (AtomicMoveNotSupportedException e) {
            // In some overlays files can be moved and directories cannot.
            Files.createDirectory(path(name));
            fill(hidden, name);
        }
    }

    /**
     * Fills a directory that was just created. If that fails, the directory is removed, so that no incomplete one
     * remains.
     */
    private void fill(HiddenDirectory hidden, String name) throws IOException {
        try (UnmovableDirectory unmovable = openUnmovable(name)) {
            unmovable.replaceBy(hidden);
        } catch (IOException e) {
            remove(name);
            throw e;
        }
    }

    /**
     * Opens a directory whose contents are to be replaced, since it cannot be moved away.
     *
     * @param name its name
     * @return the directory, to be closed by the caller
     * @throws IOException if there is no directory of that name, or it cannot be opened
     */
    public UnmovableDirectory openUnmovable(String name) throws IOException {
        return UnmovableDirectory.open(directory, name);
    }

    /**
     * Moves a filled directory into a place where nothing exists, and sets the mode of a new directory.
     *
     * @param hidden the directory, created by {@link #makeHidden()}
     * @param name the name of its place
     * @throws IOException if an entry of that name exists, or the directory cannot be moved
     */
    public void placeNew(HiddenDirectory hidden, String name) throws IOException {
        hidden.owner().give(hidden.path());
        FileMode.set(hidden.path(), hidden.directoryMode());
        moveTo(hidden, PlainName.require(name));
    }

    /**
     * Removes an entry: a file, a link, or a directory with all that is in it. Of a directory that cannot be moved
     * away, such as a mount point, the entries are removed.
     *
     * @param name the name
     * @return what cannot be removed, if anything; the rest is removed nevertheless
     */
    public Optional<Leftover> remove(String name) {
        return removal().remove(PlainName.require(name));
    }

    private EntryRemoval removal() {
        return new EntryRemoval(directory);
    }

    private Path path(String name) {
        return directory.path().resolve(name);
    }

    /**
     * Removes the hidden entries that a killed restore left behind.
     *
     * @return the first entry that cannot be removed, if any, with the number of those after it
     * @throws IOException if the directory cannot be read
     */
    public Optional<Leftover> removeHidden() throws IOException {
        return removeAll(directory.names().stream().filter(PlainName::isHidden).toList());
    }

    /**
     * Removes several entries, one after another.
     *
     * @param names the names
     * @return the first entry that cannot be removed, if any, with the number of those after it
     */
    public Optional<Leftover> removeAll(List<String> names) {
        List<Leftover> left = new ArrayList<>();
        names.forEach(name -> remove(name).ifPresent(left::add));
        return left.isEmpty() ? Optional.empty() : Optional.of(left.get(0).withOthers(left.size() - 1));
    }
}
