package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Another owner than the user of this process, or one who is named though it may be the same.
 *
 * @param uid the id of the user
 * @param gid the id of the group
 */
record GivenOwner(int uid, int gid) implements FileOwner {

    private static final Path PROCESS = Path.of("/proc/self");
    private static final String UID = "unix:uid";
    private static final String GID = "unix:gid";
    private static final String LISTED = "unix:uid,gid,isDirectory";

    /** Returns null where the system does not say. Then giving something says whether it can be given. */
    static @Nullable GivenOwner ofProcess() {
        try {
            return new GivenOwner(
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
        boolean stands = Files.exists(directory);
        Files.createDirectories(directory);
        if (!stands) {
            give(directory);
        }
    }

    @Override
    public Optional<OwnerException> giveStanding(Path folder, LinkOption... options) throws OwnerException {
        if (!Files.isDirectory(folder, options) || isOwned(listed(folder, options))) {
            return Optional.empty();
        }
        give(folder, options);
        return giveEntries(folder);
    }

    private Map<String, Object> listed(Path entry, LinkOption... options) throws OwnerException {
        try {
            return Files.readAttributes(entry, LISTED, options);
        } catch (IOException e) {
            throw new OwnerException(entry, this, e);
        } catch (UnsupportedOperationException e) {
            throw unsupported(entry, e);
        }
    }

    private OwnerException unsupported(Path entry, UnsupportedOperationException e) {
        return new OwnerException(entry, this, new IOException("files have no such owners here", e));
    }

    private static int number(Map<String, Object> attributes, String name) {
        return (Integer) Objects.requireNonNull(attributes.get(name));
    }

    private boolean isOwned(Map<String, Object> attributes) {
        return new GivenOwner(number(attributes, "uid"), number(attributes, "gid")).equals(this);
    }

    private Optional<OwnerException> giveEntries(Path top) {
        FirstFailure failure = new FirstFailure();
        Deque<Path> folders = new ArrayDeque<>();
        for (Path folder = top; folder != null; folder = folders.poll()) {
            try {
                FolderEntries.each(folder, entry -> failure.attempt(() -> giveListed(entry, folders)));
            } catch (IOException e) {
                failure.add(new OwnerException(folder, this, e));
            }
        }
        return Optional.ofNullable(failure.get()).map(OwnerException.class::cast);
    }

    private void giveListed(Path entry, Deque<Path> folders) throws OwnerException {
        Map<String, Object> attributes = listed(entry, LinkOption.NOFOLLOW_LINKS);
        if (Boolean.TRUE.equals(attributes.get("isDirectory"))) {
            folders.push(entry);
        }
        if (!isOwned(attributes)) {
            give(entry);
        }
    }

    @Override
    public String toString() {
        return uid + ":" + gid;
    }
}
