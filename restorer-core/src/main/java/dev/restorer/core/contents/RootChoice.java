package dev.restorer.core.contents;

import dev.restorer.core.contents.failure.RejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Chooses the path of a layer in a tar among the candidates: the paths that end with the last elements of the layer's
 * path. Each candidate is a prefix of the next one.
 */
final class RootChoice {

    private static final int MAX_SHOWN = 3;

    private final List<String> layer;
    private final List<String> layersDirectory;

    /**
     * The path that contains all entries so far: the layer's path is a prefix of it. While only nested directories were
     * read, the layer's path may also be longer.
     */
    private List<String> lowest = List.of();

    private boolean onlyDirectories = true;

    /** How many nested directories had entries, in order from the top. */
    private int named;

    private boolean settled;

    /**
     * Creates a choice without candidates.
     *
     * @param layer the last elements of the layer's path
     * @param layersDirectory the path of this restore's layers directory
     */
    RootChoice(List<String> layer, List<String> layersDirectory) {
        this.layer = layer;
        this.layersDirectory = layersDirectory;
    }

    /** Tells whether there is at most one candidate, whatever entries follow. */
    boolean isSettled() {
        return settled;
    }

    /**
     * Adds an entry.
     *
     * @param parts its path
     * @param directory whether it is a directory
     */
    void add(List<String> parts, boolean directory) {
        List<String> in = directory ? parts : parts.subList(0, Math.max(0, parts.size() - 1));
        boolean changesCandidates = onlyDirectories && !directory;
        if (startsWith(in, lowest)) {
            if (onlyDirectories) {
                lowest = List.copyOf(in);
                named += directory && in.size() == named + 1 ? 1 : 0;
            }
        } else if (!directory || !startsWith(lowest, in)) {
            lowest = List.copyOf(lowest.subList(0, common(lowest, in)));
            onlyDirectories = false;
            changesCandidates = true;
        }
        onlyDirectories &= directory;
        if (changesCandidates) {
            settled = paths().size() <= 1;
        }
    }

    private static int common(List<String> one, List<String> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    /** Returns the candidates, the shortest first. */
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
     * Returns the layer's path, once all entries were added and at least one is in the layer.
     *
     * @throws RejectedException if there is more than one candidate
     */
    List<String> path() throws RejectedException {
        List<List<String>> paths = paths();
        paths = matching(paths, path -> above(path).equals(layersDirectory));
        paths = matching(paths, path -> !above(path).isEmpty());
        paths = longest(paths, path -> endsWith(layersDirectory, above(path)));
        paths = matching(paths, path -> named == 0 || path.size() <= named + 1);
        if (paths.size() > 1) {
            throw RejectedException.rejectedEntry("its tar may have it at " + shown(paths));
        }
        return paths.get(0);
    }

    /** There may be as many as a path has directories. */
    private static String shown(List<List<String>> paths) {
        String first = paths.stream()
                .limit(MAX_SHOWN)
                .map(path -> "/" + String.join("/", path))
                .collect(Collectors.joining(" or at "));
        int others = paths.size() - MAX_SHOWN;
        return others <= 0 ? first : first + ", … (" + paths.size() + " places)";
    }

    /** Returns the layers directory that belongs to a candidate. */
    private List<String> above(List<String> path) {
        return path.subList(0, path.size() - layer.size());
    }

    /** Returns the candidates that match; or all, if none matches. */
    private static List<List<String>> matching(List<List<String>> paths, Predicate<List<String>> test) {
        List<List<String>> matching = paths.stream().filter(test).toList();
        return matching.isEmpty() ? paths : matching;
    }

    private static List<List<String>> longest(List<List<String>> paths, Predicate<List<String>> test) {
        List<List<String>> matching = paths.stream().filter(test).toList();
        return matching.isEmpty() ? paths : matching.subList(matching.size() - 1, matching.size());
    }

    static boolean startsWith(List<String> parts, List<String> start) {
        return parts.size() >= start.size() && parts.subList(0, start.size()).equals(start);
    }

    private static boolean endsWith(List<String> parts, List<String> end) {
        return parts.size() >= end.size()
                && parts.subList(parts.size() - end.size(), parts.size()).equals(end);
    }
}
