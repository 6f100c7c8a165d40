package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A folder that is filled beside its place. Nobody but the user of this process enters it meanwhile.
 *
 * @param name its name
 * @param path where it is
 * @param folderMode the mode that a folder gets here when nothing else is asked for: what the umask leaves, and the
 *     set-group-id bit where it is handed down
 */
public record HiddenFolder(String name, Path path, int folderMode) {

    private static final int OWN = 0700;
    private static final int PERMISSIONS = 0777;

    static HiddenFolder make(ConfinedFolder in) throws IOException {
        String name = HiddenName.next();
        Path path = in.path().resolve(name);
        Files.createDirectory(path);
        if (!isSame(in, name, path)) {
            Files.delete(path);
            throw new LinkedFolderException(in.path());
        }
        int mode = FileMode.of(path);
        FileMode.set(path, OWN | (mode & ~PERMISSIONS));
        return new HiddenFolder(name, path, mode);
    }

    /** Made by its path, it must also be what the folder that is held open has under that name. */
    private static boolean isSame(ConfinedFolder in, String name, Path path) throws IOException {
        BasicFileAttributes made = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        BasicFileAttributes held = in.attributes(name);
        return held != null && Objects.equals(made.fileKey(), held.fileKey());
    }
}
