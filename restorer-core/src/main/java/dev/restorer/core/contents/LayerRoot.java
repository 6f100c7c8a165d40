package dev.restorer.core.contents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the absolute paths of a tar's entries into paths below its layer. The exporter may have had its layers
 * directory anywhere, so the tar tells where that was: the layer's path ends in the directory of its buildpack and its
 * own name, all entries lie in it, and the directories above it may have entries of their own, in order from the top,
 * as exporters write them.
 *
 * <p>Where names overlap, more than one path may be such. Of {@code /a/b/a/b/x}, layer {@code b} of buildpack {@code a}
 * may be at {@code /a/b} or at {@code /a/b/a/b}. So paths are given below the highest one that can be, and where the
 * layer is below that is known at the end. If there are several then, these rules leave the one, each where it leaves
 * any:
 *
 * <ol>
 *   <li>The layers directory is the same as today's.
 *   <li>It is not the root of all.
 *   <li>Today's ends in it, the longest that does: it may be the same one, mounted or moved to another place.
 *   <li>If there are entries of the directories above, there is one of each.
 * </ol>
 *
 * <p>If there still are several, no guess is made.
 *
 * <p>No path with {@code ..} is followed: no exporter writes one.
 */
final class LayerRoot {

    private static final int MAX_PART_BYTES = 255;
    private static final int MAX_BYTES_A_CHARACTER = 3;

    private final List<String> layer;
    private final int maxDepth;
    private final RootChoice choice;

    /** The highest path that the layer can have in the tar; null until an entry tells. */
    private @Nullable List<String> highest;

    /** How the names of entries in it begin. */
    private String start = "";

    /** The deepest directory that came before it was known, which must turn out to lie above the layer. */
    private List<String> above = List.of();

    /**
     * Makes one.
     *
     * @param layer the last parts of the layer's path, such as the buildpack's directory and the layer
     * @param layersDirectory the path of today's layers directory
     * @param maxDepth how many parts a path below the layer may have
     */
    LayerRoot(List<String> layer, List<String> layersDirectory, int maxDepth) {
        this.layer = layer;
        this.maxDepth = maxDepth;
        choice = new RootChoice(layer, layersDirectory);
    }

    /**
     * Finds the path of the next entry.
     *
     * @param name its name in the tar
     * @param directory whether it is a directory
     * @return the parts of its path below the highest that the layer can have, none for that itself; or null if it lies
     *     above
     * @throws RejectedException if it lies elsewhere
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
     * Finds what a hard link leads to.
     *
     * @param name its name in the tar
     * @return the parts of its path below the highest that the layer can have
     * @throws RejectedException if it lies elsewhere
     */
    List<String> target(String name) throws RejectedException {
        List<String> parts = parts(name, 0);
        if (highest == null || !RootChoice.startsWith(parts, highest)) {
            throw outside(name);
        }
        return parts.subList(highest.size(), parts.size());
    }

    /**
     * Tells where the layer is, when all entries were given.
     *
     * @return the parts of its path below the highest that it could have
     * @throws RejectedException if it can be at more than one
     */
    List<String> place() throws RejectedException {
        if (highest == null) {
            return List.of();
        }
        List<String> path = choice.path();
        return path.subList(highest.size(), path.size());
    }

    /** Returns the first part of a path that ends as the layer's does. */
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
