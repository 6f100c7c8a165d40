package dev.restorer.core.contents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the absolute paths of a tar's entries into paths below its layer. The exporter may have had its layers directory
 * anywhere, so the first entry that lies in the layer tells where, and every other has to agree.
 *
 * <p>No path with {@code ..} is followed: no exporter writes one.
 */
final class LayerRoot {

    private static final int MOST_PART_BYTES = 255;

    private final List<String> layer;
    private final int mostDepth;

    /** Where the layer is in the tar; null until an entry tells. */
    private @Nullable List<String> root;

    /** The deepest folder that came before it was known, which must turn out to lie above the layer. */
    private List<String> above = List.of();

    /**
     * Makes one.
     *
     * @param layer the last parts of the layer's path, such as the buildpack's folder and the layer
     * @param mostDepth how many parts a path below the layer may have
     */
    LayerRoot(List<String> layer, int mostDepth) {
        this.layer = layer;
        this.mostDepth = mostDepth;
    }

    /**
     * Finds the path of an entry.
     *
     * @param name its name in the tar
     * @param folder whether it is a folder
     * @return the parts of its path below the layer, none for the layer itself; or null if it lies above the layer
     * @throws CondemnedException if it lies elsewhere
     */
    @Nullable
    List<String> below(String name, boolean folder) throws CondemnedException {
        List<String> parts = parts(name);
        if (root == null && !find(parts)) {
            return above(name, parts, folder);
        }
        List<String> known = Objects.requireNonNull(root);
        if (startsWith(parts, known)) {
            List<String> below = parts.subList(known.size(), parts.size());
            if (below.size() > mostDepth) {
                throw new CondemnedException("more than " + mostDepth + " folders lie in each other");
            }
            return below;
        }
        if (folder && startsWith(known, parts)) {
            return null;
        }
        throw outside(name);
    }

    private boolean find(List<String> parts) throws CondemnedException {
        for (int end = layer.size(); end <= parts.size(); end++) {
            if (parts.subList(end - layer.size(), end).equals(layer)) {
                root = List.copyOf(parts.subList(0, end));
                if (!startsWith(root, above)) {
                    throw outside("/" + String.join("/", above));
                }
                return true;
            }
        }
        return false;
    }

    private @Nullable List<String> above(String name, List<String> parts, boolean folder) throws CondemnedException {
        if (startsWith(parts, above)) {
            above = parts;
        }
        if (!folder || !startsWith(above, parts)) {
            throw outside(name);
        }
        return null;
    }

    private List<String> parts(String name) throws CondemnedException {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start <= name.length(); ) {
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

    private static void requireFileName(String part) throws CondemnedException {
        if (part.indexOf('\0') >= 0) {
            throw new CondemnedException("a name has a null character");
        }
        if (part.length() > MOST_PART_BYTES || part.getBytes(StandardCharsets.UTF_8).length > MOST_PART_BYTES) {
            throw new CondemnedException("a part of a name has more than " + MOST_PART_BYTES + " bytes");
        }
    }

    private static boolean startsWith(List<String> parts, List<String> start) {
        return parts.size() >= start.size() && parts.subList(0, start.size()).equals(start);
    }

    private CondemnedException outside(String name) {
        return new CondemnedException("the entry " + name + " lies outside " + String.join("/", layer));
    }
}
