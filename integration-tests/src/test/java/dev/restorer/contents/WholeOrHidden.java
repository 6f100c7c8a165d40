package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run that was killed may leave in each place, which is a file or directory of a buildpack: what was there
 * before it, what is there once the metadata is restored, what is there at the end, or nothing. Whatever else there is
 * has a hidden name.
 */
record WholeOrHidden(Map<String, String> before, Map<String, String> halfway, Map<String, String> after) {

    private static final String HIDDEN = ".restorer-";
    private static final String LOCK = ".restorer.lock";

    /** The description says which run it was. */
    void check(Map<String, String> found, String description) {
        places(found)
                .forEach(
                        (place, entries) -> assertThat(List.of(in(before, place), in(halfway, place), in(after, place)))
                                .as("%s: what is left at %s is old or new", description, place)
                                .contains(entries));
        Map<String, Map<String, String>> complete = places(after);
        complete.forEach((place, contents) -> {
            Map<String, String> metadata = complete.get(place + ".toml");
            if (metadata != null && in(found, place).equals(contents)) {
                assertThat(in(found, place + ".toml"))
                        .as("%s: the metadata of new contents at %s", description, place)
                        .isEqualTo(metadata);
            }
        });
    }

    /** Whether something is hidden, so that a directory was half there. */
    static boolean hidesSomething(Collection<String> paths) {
        return paths.stream().anyMatch(path -> hasPart(path, HIDDEN));
    }

    private static Map<String, Map<String, String>> places(Map<String, String> tree) {
        Set<String> names = tree.keySet().stream()
                .filter(path -> !hasPart(path, HIDDEN) && !path.equals(LOCK))
                .map(WholeOrHidden::place)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Map<String, String>> places = new TreeMap<>();
        names.forEach(name -> places.put(name, in(tree, name)));
        return places;
    }

    private static boolean hasPart(String path, String prefix) {
        return path.startsWith(prefix) || path.contains("/" + prefix);
    }

    /** The directory of a buildpack, or what is in it with all below. */
    private static String place(String path) {
        String[] parts = path.split("/", 3);
        return parts.length == 1 ? path : parts[0] + "/" + parts[1];
    }

    private static Map<String, String> in(Map<String, String> tree, String place) {
        return tree.entrySet().stream()
                .filter(entry -> place(entry.getKey()).equals(place))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
