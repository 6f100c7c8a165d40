package dev.restorer.core.contents.tree;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.files.FileMode;
import dev.restorer.files.FileOwner;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The directories of a tree that is extracted. None of them is a link, and none is ever replaced by a link. */
final class TreeDirectories {

    private static final int OWNER_ALL = 0700;

    /** After so many known directories all are looked up again, so that memory does not grow with the layer. */
    private static final int MAX_KNOWN = 20_000;

    /**
     * How many lookups an entry may take on average, beyond those that any layer may take. Otherwise a small tar, whose
     * entries change between more deep directories than are known, would take hours.
     */
    private static final int MAX_LOOKUPS_PER_ENTRY = 16;

    private static final int MAX_LOOKUPS = 30_000;

    private final Path root;
    private final long maxDirectories;
    private final FileOwner owner;
    private final KnownDirectories known = new KnownDirectories();
    private final LastModes lastModes;
    private List<String> lastParts = List.of();
    private Path lastDirectory;
    private long count;
    private long entries;
    private long lookups;

    /**
     * Creates a tree that has only its root.
     *
     * @param root an existing directory
     * @param maxDirectories how many directories may be created, for entries of their own or as parents of others
     * @param lastModes receives the modes that are set last; that of the root is always one of them
     * @param owner the owner of new directories
     */
    TreeDirectories(Path root, long maxDirectories, LastModes lastModes, FileOwner owner) {
        this.root = root;
        this.maxDirectories = maxDirectories;
        this.lastModes = lastModes;
        this.owner = owner;
        this.lastDirectory = root;
    }

    Path resolve(List<String> parts) {
        return root.resolve(String.join("/", parts));
    }

    /** Returns a directory, and creates it and those above it if they do not exist. */
    Path create(List<String> parts) throws IOException, RejectedException {
        if (!parts.equals(lastParts)) {
            for (int depth = begin(parts) + 1; depth <= parts.size(); depth++) {
                createOne(parts.subList(0, depth));
            }
            lastDirectory = resolve(parts);
            lastParts = List.copyOf(parts);
        }
        return lastDirectory;
    }

    /** Begins an entry, and returns how many of the directories that lead to its own are known. */
    private int begin(List<String> parts) {
        entries++;
        if (known.size() >= MAX_KNOWN) {
            known.clear();
        }
        return known.depth(parts);
    }

    private void createOne(List<String> parts) throws IOException, RejectedException {
        Path path = resolve(parts);
        try {
            Files.createDirectory(path);
            owner.give(path);
            requireFew();
            known.add(parts);
        } catch (FileAlreadyExistsException e) {
            if (!find(parts, path)) {
                throw RejectedException.rejectedEntry(
                        String.join("/", parts) + " is a directory, and a file or a link too");
            }
        }
    }

    /** Looks up a directory, all above which are known. */
    private boolean find(List<String> parts, Path path) throws RejectedException {
        if (++lookups > MAX_LOOKUPS + MAX_LOOKUPS_PER_ENTRY * entries) {
            throw RejectedException.overLimit("its entries change too often between too many directories");
        }
        boolean found = isDirectory(path);
        if (found) {
            known.add(parts);
        }
        return found;
    }

    /** One entry can create as many directories as may be nested. */
    private void requireFew() throws RejectedException {
        if (++count > maxDirectories) {
            throw RejectedException.overLimit("it has more than " + maxDirectories + " directories");
        }
    }

    /** Tells whether a directory and all directories above it exist and are not links. */
    boolean has(List<String> parts) throws RejectedException {
        for (int depth = begin(parts) + 1; depth <= parts.size(); depth++) {
            List<String> above = parts.subList(0, depth);
            if (!find(above, resolve(above))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Sets the mode of a directory: at once, or at the end if it would deny the owner access. */
    void mode(List<String> parts, int mode) throws IOException, RejectedException {
        Path path = create(parts);
        if (path.equals(root) || (mode & OWNER_ALL) != OWNER_ALL) {
            lastModes.put(path, mode);
        } else {
            lastModes.remove(path);
            FileMode.set(path, mode);
        }
    }

    /** Moves a directory, which becomes the root of the tree, before the remaining modes are set. */
    void moveRoot(List<String> parts, Path to) throws IOException {
        Path from = resolve(parts);
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        lastModes.move(from, to);
    }

    /** Sets the modes that could not be set before. No entry can be added afterwards. */
    void setLastModes() throws IOException {
        lastModes.set();
    }
}
