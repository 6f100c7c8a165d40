package dev.restorer.core.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names under which a run image may be found. */
public final class RunImageNames {

    private static final String DOCKER_HUB = "index.docker.io";

    private RunImageNames() {}

    /**
     * Returns the names to try: first the one that was selected, then those of the same entry of {@code run.toml} that
     * are in other repositories. (Platform specification, Run Image Resolution)
     *
     * @param selected the name that was selected
     * @param entries the names of each entry: an image and its mirrors
     * @return the names, in order
     */
    public static List<String> candidates(String selected, List<List<String>> entries) {
        String repository = repository(selected);
        Set<String> names = new LinkedHashSet<>();
        names.add(selected);
        entries.stream()
                .filter(entry ->
                        entry.stream().anyMatch(name -> repository(name).equals(repository)))
                .findFirst()
                .ifPresent(entry -> entry.stream()
                        .filter(name -> !repository(name).equals(repository))
                        .forEach(names::add));
        return List.copyOf(names);
    }

    /** Returns the repository in full. What is not a reference is returned nearly as it is, and equals nothing else. */
    private static String repository(String reference) {
        int at = reference.indexOf('@');
        String name = at < 0 ? reference : reference.substring(0, at);
        int slash = name.indexOf('/');
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        name = colon < 0 ? name : name.substring(0, colon);
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean hasHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        String host = hasHost ? first : DOCKER_HUB;
        String path = hasHost ? name.substring(slash + 1) : name;
        boolean isHub = host.equals(DOCKER_HUB) || host.equals("docker.io");
        return isHub ? DOCKER_HUB + "/" + (path.contains("/") ? path : "library/" + path) : host + "/" + path;
    }
}
