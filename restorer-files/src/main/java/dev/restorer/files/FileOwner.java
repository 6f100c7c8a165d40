package dev.restorer.files;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Who the files and directories belong to that are made here: the user of this process, or another one. */
public sealed interface FileOwner permits ProcessOwner, GivenOwner {

    /**
     * Returns the user of this process, to whom nothing has to be given.
     *
     * @return the owner
     */
    static FileOwner process() {
        return new ProcessOwner();
    }

    /**
     * Returns an owner by the numbers that Unix has for users and groups.
     *
     * @param uid the id of the user
     * @param gid the id of the group
     * @return the owner
     * @throws OwnerException if this is neither the user of this process nor is that root
     */
    static FileOwner of(int uid, int gid) throws OwnerException {
        GivenOwner owner = new GivenOwner(uid, gid);
        GivenOwner process = GivenOwner.ofProcess();
        if (process == null || process.isRoot()) {
            return owner;
        }
        if (!process.equals(owner)) {
            throw new OwnerException("only root can give files to " + owner + ", and this process is of " + process);
        }
        return process();
    }

    /**
     * Gives a file, directory or link to this owner. A link is not followed. Set-user-id bits of a file may be lost, so
     * its mode is to be set afterwards.
     *
     * @param entry the file, directory or link
     * @throws OwnerException if it cannot be given
     */
    void give(Path entry) throws OwnerException;

    /**
     * Makes a directory that belongs to this owner, and those above it, where they are not there.
     *
     * @param directory the directory; links that lead to it are followed
     * @throws IOException if it cannot be made
     */
    void makeDirectory(Path directory) throws IOException;

    /**
     * Gives a directory that stands to this owner, with all that is in it, unless the directory itself belongs to the
     * owner already. No link in it is followed.
     *
     * @param dir the directory
     * @param options whether a link that leads to the directory is followed
     * @return the first entry in the directory that cannot be given, if any; the others are given all the same
     * @throws OwnerException if the directory itself cannot be given
     */
    Optional<OwnerException> giveStanding(Path dir, LinkOption... options) throws OwnerException;
}
