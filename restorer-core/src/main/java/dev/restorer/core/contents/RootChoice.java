package dev.restorer.core.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds out which of the paths that end as a layer's does is that of the layer in a tar. They all lie in each other.
 */
final class RootChoice {

    private final List<String> layer;
    private final List<String> layersDirectory;

    /**
     * The layer's path is this one or a part of it; or, while only directories in each other came, it may also go on.
     */
    private List<String> lowest = List.of();

    private boolean onlyDirectories = true;

    /** How many directories in each other came in order, from the top. */
    private int named;

    private boolean settled;

    /**
     * Makes one.
     *
     * @param layer the last parts of the layer's path
     * @param layersDirectory the path of today's layers directory
     */
    RootChoice(List<String> layer, List<String> layersDirectory) {
        this.layer = layer;
        this.layersDirectory = layersDirectory;
    }

    /** Tells whether no more than one path can be that of the layer, whatever comes. */
    boolean isSettled() {
        return settled;
    }

    /**
     * Takes in an entry.
     *
     * @param parts its path
     * @param directory whether it is a directory
     */
    void add(List<String> parts, boolean directory) {
        List<String> in = directory ? parts : parts.subList(0, Math.max(0, parts.size() - 1));
        if (startsWith(in, lowest)) {
            if (onlyDirectories) {
                lowest = List.copyOf(in);
                named += directory && in.size() == named + 1 ? 1 : 0;
            }
        } else if (!directory || !startsWith(lowest, in)) {
            lowest = List.copyOf(lowest.subList(0, common(lowest, in)));
            onlyDirectories = false;
        }
        onlyDirectories &= directory;
        settled = !onlyDirectories && paths().size() <= 1;
    }

    private static int common(List<String> one, List<String> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    /** Returns the paths that can be that of the layer, the highest first. */
    private List<List<String>> paths() {
        List<List<String>> paths = new ArrayList<>();
        for (int end = layer.size(); end <= lowest.size(); end++) {
            if (lowest.subList(end - layer.size(), end).equals(layer)) {
                paths.add(lowest.subList(0, end));
            }
        }
        return paths;
    }

    /**
     * Returns the layer's path, when all entries were taken in and some lie in the layer.
     *
     * @throws RejectedException if it can be more than one
     */
    List<String> path() throws RejectedException {
        List<List<String>> paths = paths();
        paths = those(paths, path -> above(path).equals(layersDirectory));
        paths = those(paths, path -> !above(path).isEmpty());
        paths = longest(paths, path -> endsWith(layersDirectory, above(path)));
        paths = those(paths, path -> named == 0 || path.size() <= named + 1);
        if (paths.size() > 1) {
            throw RejectedException.rejectedEntry("its tar may have it at "
                    + paths.stream().map(path -> "/" + String.join("/", path)).collect(Collectors.joining(" or at ")));
        }
        return paths.get(0);
    }

    /** Returns the layers directory that a path would be in. */
    private List<String> above(List<String> path) {
        return path.subList(0, path.size() - layer.size());
    }

    /** Returns those of which something is true; or all, if it is true of none. */
    private static List<List<String>> those(List<List<String>> paths, Predicate<List<String>> test) {
        List<List<String>> those = paths.stream().filter(test).toList();
        return those.isEmpty() ? paths : those;
    }

    private static List<List<String>> longest(List<List<String>> paths, Predicate<List<String>> test) {
        List<List<String>> those = paths.stream().filter(test).toList();
        return those.isEmpty() ? paths : those.subList(those.size() - 1, those.size());
    }

    static boolean startsWith(List<String> parts, List<String> start) {
        return parts.size() >= start.size() && parts.subList(0, start.size()).equals(start);
    }

    private static boolean endsWith(List<String> parts, List<String> end) {
        return parts.size() >= end.size()
                && parts.subList(parts.size() - end.size(), parts.size()).equals(end);
    }
}
