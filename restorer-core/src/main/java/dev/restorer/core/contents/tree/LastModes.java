package dev.restorer.core.contents.tree;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.files.FileMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The modes of directories that deny their owner access. They are set last, since nothing could be written to these
 * directories any more, and limited, since they are kept in memory until then.
 */
final class LastModes {

    static final int MAX_DIRECTORIES = 100_000;

    private static final int MAX_CHARACTERS = 16 << 20;

    private final Map<Path, Integer> modes = new HashMap<>();
    private final int maxDirectories;

    /** The total length of all paths that were ever added. */
    private long characters;

    /**
     * Creates modes with that of the root of a tree, which is set last whatever it is.
     *
     * @param root the root
     * @param mode the mode that it gets, unless it has an entry
     * @param maxDirectories the maximum number of directories
     */
    LastModes(Path root, int mode, int maxDirectories) {
        this.maxDirectories = maxDirectories;
        modes.put(root, mode);
    }

    void put(Path directory, int mode) throws RejectedException {
        if (modes.put(directory, mode) == null) {
            characters += directory.toString().length();
        }
        if (modes.size() > maxDirectories) {
            throw RejectedException.overLimit(
                    "it has more than " + maxDirectories + " directories that lock out their owner");
        }
        if (characters > MAX_CHARACTERS) {
            throw RejectedException.overLimit("the paths of directories that lock out their owner have more than "
                    + MAX_CHARACTERS + " characters");
        }
    }

    void remove(Path directory) {
        modes.remove(directory);
    }

    /** Keeps the modes of a directory that was moved, and of those below it. */
    void move(Path from, Path to) {
        Map<Path, Integer> moved = new HashMap<>();
        modes.forEach((path, mode) -> {
            if (path.startsWith(from)) {
                moved.put(to.resolve(from.relativize(path)), mode);
            }
        });
        modes.clear();
        modes.putAll(moved);
    }

    /**
     * Sets the modes, of the deepest directories first, since they cannot be reached once those above them have theirs.
     */
    void set() throws IOException {
        List<Map.Entry<Path, Integer>> deepestFirst = modes.entrySet().stream()
                .sorted((one, other) ->
                        other.getKey().getNameCount() - one.getKey().getNameCount())
                .toList();
        for (Map.Entry<Path, Integer> mode : deepestFirst) {
            FileMode.set(mode.getKey(), mode.getValue());
        }
    }
}
