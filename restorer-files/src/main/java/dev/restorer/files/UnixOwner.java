package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An owner that is given by its ids, and may be the user of this process.
 *
 * @param uid the id of the user
 * @param gid the id of the group
 */
record UnixOwner(int uid, int gid) implements FileOwner {

    private static final Path PROCESS = Path.of("/proc/self");
    private static final String UID = "unix:uid";
    private static final String GID = "unix:gid";
    private static final String ATTRIBUTES = "unix:uid,gid,isDirectory";

    /** Returns the user of this process, or null if the system does not provide its ids. */
    static @Nullable UnixOwner ofProcess() {
        try {
            return new UnixOwner(
                    (Integer) Files.getAttribute(PROCESS, UID), (Integer) Files.getAttribute(PROCESS, GID));
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    boolean isRoot() {
        return uid == 0;
    }

    @Override
    public void give(Path entry) throws OwnerException {
        give(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private void give(Path entry, LinkOption... options) throws OwnerException {
        try {
            Files.setAttribute(entry, UID, uid, options);
            Files.setAttribute(entry, GID, gid, options);
        } catch (IOException e) {
            throw new OwnerException(entry, this, e);
        } catch (UnsupportedOperationException e) {
            throw unsupported(entry, e);
        }
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        boolean existed = Files.exists(directory);
        Files.createDirectories(directory);
        if (!existed) {
            give(directory);
        }
    }

    @Override
    public Optional<OwnerException> giveTree(Path directory, LinkOption... options) throws OwnerException {
        if (!Files.isDirectory(directory, options) || isOwned(attributes(directory, options))) {
            return Optional.empty();
        }
        Optional<OwnerException> failure = giveEntries(directory);
        give(directory, options);
        return failure;
    }

    private Map<String, Object> attributes(Path entry, LinkOption... options) throws OwnerException {
        try {
            return Files.readAttributes(entry, ATTRIBUTES, options);
        } catch (IOException e) {
            throw new OwnerException(entry, this, e);
        } catch (UnsupportedOperationException e) {
            throw unsupported(entry, e);
        }
    }

    private OwnerException unsupported(Path entry, UnsupportedOperationException e) {
        return new OwnerException(entry, this, new IOException("this file system has no Unix owners", e));
    }

    private static int number(Map<String, Object> attributes, String name) {
        return (Integer) Objects.requireNonNull(attributes.get(name));
    }

    private boolean isOwned(Map<String, Object> attributes) {
        return new UnixOwner(number(attributes, "uid"), number(attributes, "gid")).equals(this);
    }

    /**
     * Gives each directory after its entries, and so the top directory last. Until then it belongs to another user, so
     * the next run repeats the work of a killed one, and the new owner cannot replace a directory by a link before it
     * is listed. Directories below that belong to the owner already are the exception: what they have may be replaced
     * meanwhile, so the processes of the owner are trusted.
     */
    private Optional<OwnerException> giveEntries(Path top) {
        FirstFailure failure = new FirstFailure();
        List<Path> directories = new ArrayList<>(List.of(top));
        for (int i = 0; i < directories.size(); i++) {
            Path directory = directories.get(i);
            try {
                DirectoryEntries.forEach(directory, entry -> failure.attempt(() -> giveOrCollect(entry, directories)));
            } catch (IOException e) {
                failure.add(new OwnerException(directory, this, e));
            }
        }
        for (int i = directories.size() - 1; i > 0; i--) {
            Path directory = directories.get(i);
            failure.attempt(() -> giveUnlessOwned(directory, attributes(directory, LinkOption.NOFOLLOW_LINKS)));
        }
        return Optional.ofNullable(failure.get()).map(OwnerException.class::cast);
    }

    private void giveOrCollect(Path entry, List<Path> directories) throws OwnerException {
        Map<String, Object> attributes = attributes(entry, LinkOption.NOFOLLOW_LINKS);
        if (Boolean.TRUE.equals(attributes.get("isDirectory"))) {
            directories.add(entry);
        } else {
            giveUnlessOwned(entry, attributes);
        }
    }

    private void giveUnlessOwned(Path entry, Map<String, Object> attributes) throws OwnerException {
        if (!isOwned(attributes)) {
            give(entry);
        }
    }

    @Override
    public String toString() {
        return uid + ":" + gid;
    }
}
