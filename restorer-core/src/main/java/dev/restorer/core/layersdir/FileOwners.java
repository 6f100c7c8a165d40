package dev.restorer.core.layersdir;

import dev.restorer.api.Owner;
import dev.restorer.files.FileOwner;
import dev.restorer.files.OwnerException;
import org.jspecify.annotations.Nullable;

/** Converts owners of requests, which the module that changes owners does not know. */
public final class FileOwners {

    private FileOwners() {}

    /**
     * Converts an owner.
     *
     * @param owner the owner, or null for the user of this process
     * @return the owner of files
     * @throws OwnerException if this process cannot give files to it
     */
    public static FileOwner of(@Nullable Owner owner) throws OwnerException {
        return owner == null ? FileOwner.process() : FileOwner.of(owner.uid(), owner.gid());
    }
}
