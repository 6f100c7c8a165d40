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
 * A directory that is filled beside its place. Nobody but the user of this process enters it meanwhile, so it is given
 * to its owner last.
 *
 * @param name its name
 * @param path where it is
 * @param directoryMode the mode that a directory gets here when nothing else is asked for: what the umask leaves, and
 *     the set-group-id bit where it is handed down
 * @param owner who owns what is put in it
 */
public record HiddenDirectory(String name, Path path, int directoryMode, FileOwner owner) {

    private static final int OWN = 0700;
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
        FileMode.set(path, OWN | (mode & ~PERMISSIONS));
        return new HiddenDirectory(name, path, mode, in.owner());
    }

    /** Made by its path, it must also be what the directory that is held open has under that name. */
    private static boolean isSame(ConfinedDirectory in, String name, Map<String, Object> made) throws IOException {
        BasicFileAttributes held = in.attributes(name);
        return held != null && Objects.equals(made.get("fileKey"), held.fileKey());
    }

    /**
     * Removes it with all that is in it, unless it is in its place already.
     *
     * @return what cannot be removed, if anything; the rest is gone all the same
     */
    public Optional<Leftover> remove() {
        return DirectoryTree.remove(path);
    }

    /** Removes it with all that is in it, after a failure. */
    void removeAfter(IOException failure) {
        try {
            DirectoryTree.delete(path);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
