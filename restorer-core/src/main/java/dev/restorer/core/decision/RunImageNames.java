package dev.restorer.core.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The names under which a run image may be found. */
public final class RunImageNames {

    private RunImageNames() {}

    /**
     * Returns the names to try: first the one that was selected, then those of the same entry of {@code run.toml} that
     * are in other repositories. (Platform specification, Run Image Resolution)
     *
     * @param selected the name that was selected
     * @param entries the names of each entry: an image and its mirrors
     * @param repositories returns the repository of a name, in one form however the name is written
     * @return the names, in order
     */
    public static List<String> candidates(
            String selected, List<List<String>> entries, UnaryOperator<String> repositories) {
        String repository = repositories.apply(selected);
        Set<String> names = new LinkedHashSet<>();
        names.add(selected);
        entries.stream()
                .filter(entry ->
                        entry.stream().anyMatch(name -> repositories.apply(name).equals(repository)))
                .findFirst()
                .ifPresent(entry -> entry.stream()
                        .filter(name -> !repositories.apply(name).equals(repository))
                        .forEach(names::add));
        return List.copyOf(names);
    }
}
