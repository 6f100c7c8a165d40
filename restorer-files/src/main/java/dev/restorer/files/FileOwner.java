package dev.restorer.files;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The owner of new files and directories: the user of this process, or another user. */
public sealed interface FileOwner permits ProcessOwner, UnixOwner {

    /**
     * Returns the user of this process, for whom no owner has to be changed.
     *
     * @return the owner
     */
    static FileOwner process() {
        return new ProcessOwner();
    }

    /**
     * Returns an owner by the Unix ids of a user and a group.
     *
     * @param uid the id of the user
     * @param gid the id of the group
     * @return the owner
     * @throws OwnerException if this is not the user of this process, and the process does not run as root
     */
    static FileOwner of(int uid, int gid) throws OwnerException {
        UnixOwner owner = new UnixOwner(uid, gid);
        UnixOwner process = UnixOwner.ofProcess();
        if (process == null || process.isRoot()) {
            return owner;
        }
        if (!process.equals(owner)) {
            throw new OwnerException("only root can give files to " + owner + ", and this process runs as " + process);
        }
        return process();
    }

    /**
     * Gives a file, directory or link to this owner. A link is not followed. The system may clear set-user-id bits of a
     * file, so its mode must be set afterwards.
     *
     * @param entry the file, directory or link
     * @throws OwnerException if the owner cannot be changed
     */
    void give(Path entry) throws OwnerException;

    /**
     * Creates a directory that belongs to this owner, and the directories above it, if they do not exist.
     *
     * @param directory the directory; links that lead to it are followed
     * @throws IOException if it cannot be created
     */
    void makeDirectory(Path directory) throws IOException;

    /**
     * Gives an existing directory and all that is in it to this owner, unless the directory itself belongs to the owner
     * already. Links in it are not followed.
     *
     * @param directory the directory
     * @param options whether a link that leads to the directory is followed
     * @return the failure for the first entry whose owner cannot be changed, if any; the other entries are changed
     *     nevertheless
     * @throws OwnerException if the owner of the directory itself cannot be changed
     */
    Optional<OwnerException> giveTree(Path directory, LinkOption... options) throws OwnerException;
}
