package dev.restorer.core.contents;

import dev.restorer.files.FileMode;
import dev.restorer.files.FileOwner;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The directories of a tree that is unpacked. None of them is a link, and none ever becomes one. */
final class TreeDirectories {

    private static final int OWNER_ALL = 0700;

    /** What is forgotten is looked at again, so that memory does not grow with the layer. */
    private static final int MAX_REMEMBERED = 1_000;

    static final int MAX_LOCKED = 100_000;

    /** Paths are held as text, so that long ones are fewer. */
    private static final int MAX_LOCKED_CHARACTERS = 16 << 20;

    private final Path root;
    private final long most;
    private final int maxLocked;
    private final FileOwner owner;
    private final Set<Path> remembered = new HashSet<>();

    /** Modes that would keep their owner from filling a directory, so they are set last. */
    private final Map<Path, Integer> lastModes = new HashMap<>();

    /** Of all paths that were ever in there. */
    private long lockedCharacters;

    private List<String> lastParts = List.of();
    private Path lastDirectory;
    private long count;

    /**
     * Begins with the root.
     *
     * @param root a directory that is there
     * @param mode the mode that it gets, unless an entry says otherwise
     * @param most how many directories may be made, by entries of their own or on the way to others
     * @param maxLocked how many of them may lock out their owner
     * @param owner who owns those that are made
     */
    TreeDirectories(Path root, int mode, long most, int maxLocked, FileOwner owner) {
        this.root = root;
        this.most = most;
        this.maxLocked = maxLocked;
        this.owner = owner;
        this.lastDirectory = root;
        lastModes.put(root, mode);
    }

    Path resolve(List<String> parts) {
        return root.resolve(String.join("/", parts));
    }

    /** Returns a directory, and makes it and those above it where they are not there. */
    Path made(List<String> parts) throws IOException, RejectedException {
        if (!parts.equals(lastParts)) {
            lastDirectory = make(parts);
            lastParts = List.copyOf(parts);
        }
        return lastDirectory;
    }

    private Path make(List<String> parts) throws IOException, RejectedException {
        Path path = resolve(parts);
        if (parts.isEmpty() || remembered.contains(path)) {
            return path;
        }
        make(parts.subList(0, parts.size() - 1));
        try {
            Files.createDirectory(path);
            owner.give(path);
            requireFew();
        } catch (FileAlreadyExistsException e) {
            if (!isDirectory(path)) {
                throw RejectedException.rejectedEntry(
                        String.join("/", parts) + " is a directory, and a file or a link too");
            }
        }
        remember(path);
        return path;
    }

    /** One entry can make as many directories as may lie in each other. */
    private void requireFew() throws RejectedException {
        if (++count > most) {
            throw RejectedException.overLimit("it has more than " + most + " directories");
        }
    }

    private void remember(Path path) {
        if (remembered.size() == MAX_REMEMBERED) {
            remembered.clear();
        }
        remembered.add(path);
    }

    /** Tells whether a directory, and every one above it, is there and no link. */
    boolean has(List<String> parts) {
        for (int depth = parts.size(); depth > 0; depth--) {
            if (!isDirectory(resolve(parts.subList(0, depth)))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Sets the mode of a directory, at the end where it must be. */
    void mode(List<String> parts, int mode) throws IOException, RejectedException {
        Path path = made(parts);
        if (path.equals(root) || (mode & OWNER_ALL) != OWNER_ALL) {
            if (lastModes.put(path, mode) == null) {
                lockedCharacters += path.toString().length();
            }
            requireFewLocked();
        } else {
            lastModes.remove(path);
            FileMode.set(path, mode);
        }
    }

    private void requireFewLocked() throws RejectedException {
        if (lastModes.size() > maxLocked) {
            throw RejectedException.overLimit(
                    "it has more than " + maxLocked + " directories that lock out their owner");
        }
        if (lockedCharacters > MAX_LOCKED_CHARACTERS) {
            throw RejectedException.overLimit("the paths of directories that lock out their owner have more than "
                    + MAX_LOCKED_CHARACTERS + " characters");
        }
    }

    /** Moves a directory to where it is the root of what is left, before the modes are set that could not be. */
    void moveRoot(List<String> parts, Path to) throws IOException {
        Path from = resolve(parts);
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        Map<Path, Integer> left = new HashMap<>();
        lastModes.forEach((path, mode) -> {
            if (path.startsWith(from)) {
                left.put(to.resolve(from.relativize(path)), mode);
            }
        });
        lastModes.clear();
        lastModes.putAll(left);
    }

    /** Sets the modes that could not be set before. Nothing can be put in afterwards. */
    void lock() throws IOException {
        // A directory that is locked keeps those in it from being reached, so the deepest are first.
        List<Map.Entry<Path, Integer>> deepestFirst = lastModes.entrySet().stream()
                .sorted((one, other) ->
                        other.getKey().getNameCount() - one.getKey().getNameCount())
                .toList();
        for (Map.Entry<Path, Integer> mode : deepestFirst) {
            FileMode.set(mode.getKey(), mode.getValue());
        }
    }
}
