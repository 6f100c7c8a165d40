package dev.restorer.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts whole directories into a confined directory, and takes whole ones away: whoever looks meanwhile, or after the
 * process was killed, sees no half of one but under a hidden name. What cannot be moved away is the exception: it is
 * emptied and filled where it stands. Safe for use by many threads at once.
 *
 * @param directory the directory that they are in
 */
public record WholeDirectories(ConfinedDirectory directory) {

    /**
     * Makes a directory to be filled before it is moved into its place.
     *
     * @return the directory, empty
     * @throws IOException if it cannot be made
     */
    public HiddenDirectory makeHidden() throws IOException {
        return HiddenDirectory.make(directory);
    }

    /**
     * Puts a directory that was filled into its place, instead of what stands there.
     *
     * @param hidden the directory, made here
     * @param name the name of its place
     * @return what is left of what stood there, under a hidden name, if it cannot be removed
     * @throws UnmovableException if what stands there cannot be moved away, nor the directory into it. The directory is
     *     gone, and what stands there stays as it was; {@link #standing} may replace what is in it
     * @throws IOException if it cannot be moved. Then it is gone, and what stood there may be too
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
            aside = moveAside(name);
        } catch (IOException e) {
            replaceStanding(hidden, name, e);
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

    /** Returns the hidden name that what stood there has now, or null if nothing stood there. */
    private @Nullable String moveAside(String name) throws IOException {
        String aside = HiddenName.next();
        try {
            directory.move(name, aside);
            return aside;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private Optional<Leftover> removeAside(@Nullable String aside) {
        return aside == null ? Optional.empty() : removeTree(aside);
    }

    private void replaceStanding(HiddenDirectory hidden, String name, IOException unmovable) throws IOException {
        try (StandingDirectory standing = standing(name)) {
            standing.requireMovableFrom(directory);
            standing.replaceBy(hidden);
        } catch (NotDirectoryException e) {
            throw unmovable;
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
     * Fills a directory that was made just now, which goes again if that fails: no half of it may stay under its name.
     */
    private void fill(HiddenDirectory hidden, String name) throws IOException {
        try (StandingDirectory standing = standing(name)) {
            standing.replaceBy(hidden);
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
     * @throws IOException if no directory stands there, or it cannot be opened
     */
    public StandingDirectory standing(String name) throws IOException {
        return StandingDirectory.open(directory, name);
    }

    /**
     * Puts a directory that was filled into a place where nothing stands, with the mode that directories get here.
     *
     * @param hidden the directory, made here
     * @param name the name of its place
     * @throws IOException if something stands there, or it cannot be moved
     */
    public void appear(HiddenDirectory hidden, String name) throws IOException {
        hidden.owner().give(hidden.path());
        FileMode.set(hidden.path(), hidden.directoryMode());
        moveTo(hidden, PlainName.require(name));
    }

    /**
     * Removes what has a name: a file, a link, or a directory with all that is in it. A directory that cannot be moved
     * away, such as a mount point, is emptied.
     *
     * @param name the name
     * @return what cannot be removed, if anything; the rest is gone all the same
     */
    public Optional<Leftover> remove(String name) {
        PlainName.require(name);
        if (PlainName.isHidden(name)) {
            return removeTree(name);
        }
        try {
            BasicFileAttributes attributes = directory.attributes(name);
            if (attributes != null && attributes.isDirectory()) {
                return removeDirectory(name);
            }
            if (attributes != null) {
                directory.delete(name);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Leftover(path(name), e));
        }
    }

    private Optional<Leftover> removeDirectory(String name) throws IOException {
        String aside;
        try {
            aside = moveAside(name);
        } catch (IOException e) {
            DirectoryTree.deleteOrClear(path(name));
            return Optional.empty();
        }
        return removeAside(aside);
    }

    private Optional<Leftover> removeTree(String hidden) {
        return DirectoryTree.remove(path(hidden));
    }

    private Path path(String name) {
        return directory.path().resolve(name);
    }

    /**
     * Removes what a run that was killed left hidden.
     *
     * @return the first thing that cannot be removed, if any; the others are gone all the same
     * @throws IOException if the directory cannot be read
     */
    public Optional<Leftover> removeHidden() throws IOException {
        return removeAll(directory.names().stream().filter(PlainName::isHidden).toList());
    }

    /**
     * Removes what has one of several names, one after another.
     *
     * @param names the names
     * @return the first thing that cannot be removed, if any; the others are gone all the same
     */
    public Optional<Leftover> removeAll(List<String> names) {
        List<Leftover> left = new ArrayList<>();
        names.forEach(name -> remove(name).ifPresent(left::add));
        return left.stream().findFirst();
    }
}
