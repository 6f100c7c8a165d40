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
    public Optional<OwnerException> giveStanding(Path dir, LinkOption... options) throws OwnerException {
        if (!Files.isDirectory(dir, options) || isOwned(listed(dir, options))) {
            return Optional.empty();
        }
        Optional<OwnerException> failure = giveEntries(dir);
        give(dir, options);
        return failure;
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

    /**
     * Gives each directory after what is in it, and so the top last: as long as that is another's, a run that was
     * killed is done again, and nobody can exchange a directory for a link before it is listed.
     */
    private Optional<OwnerException> giveEntries(Path top) {
        FirstFailure failure = new FirstFailure();
        List<Path> directories = new ArrayList<>(List.of(top));
        for (int i = 0; i < directories.size(); i++) {
            Path dir = directories.get(i);
            try {
                DirectoryEntries.each(dir, entry -> failure.attempt(() -> giveUnlessDirectory(entry, directories)));
            } catch (IOException e) {
                failure.add(new OwnerException(dir, this, e));
            }
        }
        for (int i = directories.size() - 1; i > 0; i--) {
            Path dir = directories.get(i);
            failure.attempt(() -> giveIfOthers(dir, listed(dir, LinkOption.NOFOLLOW_LINKS)));
        }
        return Optional.ofNullable(failure.get()).map(OwnerException.class::cast);
    }

    private void giveUnlessDirectory(Path entry, List<Path> directories) throws OwnerException {
        Map<String, Object> attributes = listed(entry, LinkOption.NOFOLLOW_LINKS);
        if (Boolean.TRUE.equals(attributes.get("isDirectory"))) {
            directories.add(entry);
        } else {
            giveIfOthers(entry, attributes);
        }
    }

    private void giveIfOthers(Path entry, Map<String, Object> attributes) throws OwnerException {
        if (!isOwned(attributes)) {
            give(entry);
        }
    }

    @Override
    public String toString() {
        return uid + ":" + gid;
    }
}
