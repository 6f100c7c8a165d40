package dev.restorer.core.contents;

import dev.restorer.core.contents.failure.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts the absolute paths of a tar's entries into paths relative to its layer. The path of the exporter's layers
 * directory is not known, so it is derived from the entries: the path of the layer ends in the directory of its
 * buildpack and its own name, all entries are below it, and the directories above it may have entries of their own, in
 * order from the top, as exporters write them.
 *
 * <p>If names repeat, several paths meet this condition. For {@code /a/b/a/b/x}, layer {@code b} of buildpack {@code a}
 * may be at {@code /a/b} or at {@code /a/b/a/b}. Paths are therefore returned relative to the highest candidate, and
 * the path of the layer below it is determined at the end. If there are several candidates then, these rules are
 * applied in order; a rule that no candidate meets is skipped:
 *
 * <ol>
 *   <li>The layers directory is the same as that of this restore.
 *   <li>The layers directory is not the root directory.
 *   <li>The path of this restore's layers directory ends in it, and it is the longest such candidate: it may be the
 *       same directory, mounted or moved to another place.
 *   <li>If directories above the layer have entries, each of them has one.
 * </ol>
 *
 * <p>If several candidates remain, the layer is rejected.
 *
 * <p>A path with {@code ..} is rejected: no exporter writes one.
 */
final class LayerRoot {

    private static final int MAX_PART_BYTES = 255;
    private static final int MAX_BYTES_A_CHARACTER = 3;

    private final List<String> layer;
    private final int maxDepth;
    private final RootChoice choice;

    /** The highest path that the layer can have in the tar; null until an entry determines it. */
    private @Nullable List<String> highest;

    /** The prefix of the names of entries below it. */
    private String start = "";

    /** The deepest directory that was read before the path was known; it must be above the layer. */
    private List<String> above = List.of();

    /**
     * Creates a root that is not known yet.
     *
     * @param layer the last elements of the layer's path, such as the buildpack's directory and the layer
     * @param layersDirectory the path of this restore's layers directory
     * @param maxDepth the maximum number of elements of a path relative to the layer
     */
    LayerRoot(List<String> layer, List<String> layersDirectory, int maxDepth) {
        this.layer = layer;
        this.maxDepth = maxDepth;
        choice = new RootChoice(layer, layersDirectory);
    }

    /**
     * Returns the relative path of the next entry.
     *
     * @param name its name in the tar
     * @param directory whether it is a directory
     * @return the elements of its path relative to the highest path that the layer can have, empty for that path
     *     itself; or null if the entry is a directory above
     * @throws RejectedException if the entry is outside the layer
     */
    @Nullable
    List<String> below(String name, boolean directory) throws RejectedException {
        if (choice.isSettled() && name.startsWith(start)) {
            return requireFew(parts(name, start.length()));
        }
        List<String> parts = parts(name, 0);
        List<String> below = below(name, parts, directory);
        choice.add(parts, directory);
        return below;
    }

    private @Nullable List<String> below(String name, List<String> parts, boolean directory) throws RejectedException {
        if (highest == null) {
            highest = find(parts);
            if (highest == null) {
                return above(name, parts, directory);
            }
            start = (name.startsWith("/") ? "/" : "") + String.join("/", highest) + "/";
        }
        if (RootChoice.startsWith(parts, highest)) {
            return requireFew(parts.subList(highest.size(), parts.size()));
        }
        if (directory && RootChoice.startsWith(highest, parts)) {
            return null;
        }
        throw outside(name);
    }

    /**
     * Returns the relative path of a hard link's target.
     *
     * @param name its name in the tar
     * @return the elements of its path relative to the highest path that the layer can have
     * @throws RejectedException if it is outside the layer
     */
    List<String> target(String name) throws RejectedException {
        List<String> parts = parts(name, 0);
        if (highest == null || !RootChoice.startsWith(parts, highest)) {
            throw outside(name);
        }
        return parts.subList(highest.size(), parts.size());
    }

    /**
     * Returns the path of the layer, once all entries were read.
     *
     * @return the elements of its path relative to the highest path that it could have
     * @throws RejectedException if there is more than one candidate
     */
    List<String> path() throws RejectedException {
        if (highest == null) {
            return List.of();
        }
        List<String> path = choice.path();
        return path.subList(highest.size(), path.size());
    }

    /** Returns the shortest prefix of a path that ends with the last elements of the layer's path. */
    private @Nullable List<String> find(List<String> parts) throws RejectedException {
        for (int end = layer.size(); end <= parts.size(); end++) {
            if (parts.subList(end - layer.size(), end).equals(layer)) {
                List<String> found = List.copyOf(parts.subList(0, end));
                if (!RootChoice.startsWith(found, above)) {
                    throw outside("/" + String.join("/", above));
                }
                return found;
            }
        }
        return null;
    }

    private @Nullable List<String> above(String name, List<String> parts, boolean directory) throws RejectedException {
        if (RootChoice.startsWith(parts, above)) {
            above = parts;
        }
        if (!directory || !RootChoice.startsWith(above, parts)) {
            throw outside(name);
        }
        return null;
    }

    private List<String> requireFew(List<String> below) throws RejectedException {
        if (below.size() > maxDepth) {
            throw RejectedException.overLimit("more than " + maxDepth + " directories lie in each other");
        }
        return below;
    }

    private List<String> parts(String name, int from) throws RejectedException {
        List<String> parts = new ArrayList<>();
        for (int start = from; start <= name.length(); ) {
            int slash = name.indexOf('/', start);
            int end = slash < 0 ? name.length() : slash;
            String part = name.substring(start, end);
            if (part.equals("..")) {
                throw outside(name);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                requireFileName(part);
                parts.add(part);
            }
            start = end + 1;
        }
        return parts;
    }

    private static void requireFileName(String part) throws RejectedException {
        if (part.indexOf('\0') >= 0) {
            throw RejectedException.rejectedEntry("a name has a null character");
        }
        if (part.length() > MAX_PART_BYTES / MAX_BYTES_A_CHARACTER
                && part.getBytes(StandardCharsets.UTF_8).length > MAX_PART_BYTES) {
            throw RejectedException.overLimit("a part of a name has more than " + MAX_PART_BYTES + " bytes");
        }
    }

    private RejectedException outside(String name) {
        return RejectedException.rejectedEntry("the entry " + name + " lies outside " + String.join("/", layer));
    }
}
