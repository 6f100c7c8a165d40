package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A directory that is filled next to its place under a hidden name. Until it is given to its owner, which is done last,
 * only the user of this process can enter it.
 *
 * @param name its name
 * @param path its path
 * @param directoryMode the mode that the system gives a new directory here: the permissions that the umask leaves, and
 *     the set-group-id bit if it is inherited
 * @param owner the owner of its entries
 */
public record HiddenDirectory(String name, Path path, int directoryMode, FileOwner owner) {

    private static final int OWNER_ALL = 0700;
    private static final int PERMISSIONS = 0777;

    static HiddenDirectory make(ConfinedDirectory in) throws IOException {
        String name = HiddenName.next();
        Path path = in.path().resolve(name);
        Files.createDirectory(path);
        Map<String, Object> made = Files.readAttributes(path, "unix:mode,fileKey", LinkOption.NOFOLLOW_LINKS);
        if (!isSame(in, name, made)) {
            Files.delete(path);
            throw new LinkedDirectoryException(in.path());
        }
        int mode = FileMode.in(made);
        FileMode.set(path, OWNER_ALL | (mode & ~PERMISSIONS));
        return new HiddenDirectory(name, path, mode, in.owner());
    }

    /** The directory was created by its path, so it is checked that the directory that is held open has it. */
    private static boolean isSame(ConfinedDirectory in, String name, Map<String, Object> made) throws IOException {
        BasicFileAttributes held = in.attributes(name);
        return held != null && Objects.equals(made.get("fileKey"), held.fileKey());
    }

    /**
     * Removes the directory with all that is in it, unless it was moved into its place.
     *
     * @return what cannot be removed, if anything; the rest is removed nevertheless
     */
    public Optional<Leftover> remove() {
        return DirectoryTree.remove(path);
    }

    /** Removes the directory after a failure, and adds a failure to remove it as a suppressed exception. */
    void removeAfter(IOException failure) {
        try {
            DirectoryTree.delete(path);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
