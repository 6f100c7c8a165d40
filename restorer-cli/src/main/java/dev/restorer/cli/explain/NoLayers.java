package dev.restorer.cli.explain;

import dev.restorer.cli.table.DisplayName;
import java.util.Collection;
import java.util.stream.Collectors;

/** States that no layer of the group is listed, and of which buildpacks layers are. */
final class NoLayers {

    private static final int MAX_NAMES = 5;

    private NoLayers() {}

    static String text(Explanation explanation) {
        Collection<String> listed = explanation.listedBuildpacks();
        return "Neither the app image nor the cache lists a layer of the buildpacks in the group."
                + (listed.isEmpty() ? "" : " " + others(listed));
    }

    private static String others(Collection<String> listed) {
        String names = listed.stream().limit(MAX_NAMES).map(DisplayName::of).collect(Collectors.joining(", "));
        int more = listed.size() - MAX_NAMES;
        return "They list layers of these buildpacks: " + names + (more > 0 ? " and " + more + " more" : "") + ".";
    }
}
