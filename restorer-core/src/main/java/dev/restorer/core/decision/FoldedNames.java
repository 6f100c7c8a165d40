package dev.restorer.core.decision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Finds layers whose names a file system treats as equal, because it ignores case or Unicode normalization. */
public final class FoldedNames {

    private FoldedNames() {}

    /**
     * Excludes the layers that would overwrite an earlier layer of the same buildpack.
     *
     * @param plan the plan
     * @param equalToEarlier returns the names that the file system treats as equal to an earlier one; the first of
     *     equal names is not returned. It is called at most once for each buildpack, and only for names that differ
     *     only in case or normalization from another
     * @return the plan, with another reason for the excluded layers
     */
    public static RestorePlan exclude(RestorePlan plan, Function<List<String>, Set<String>> equalToEarlier) {
        return new RestorePlan(
                plan.skipLayers(),
                plan.buildpacks().stream()
                        .map(buildpack -> exclude(buildpack, equalToEarlier))
                        .toList(),
                plan.sbomDiffId(),
                plan.launchSbom());
    }

    /** Tells whether a name is equal to no other such name on any file system. Nearly all names are. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static BuildpackPlan exclude(BuildpackPlan plan, Function<List<String>, Set<String>> equalToEarlier) {
        if (plan.decisions().stream().allMatch(decision -> isPlain(decision.id().layer()))) {
            return plan;
        }
        List<String> alike = alike(plan);
        Set<String> excluded = alike.isEmpty() ? Set.of() : equalToEarlier.apply(alike);
        if (excluded.isEmpty()) {
            return plan;
        }
        List<LayerDecision> decisions = plan.decisions().stream()
                .map(decision ->
                        decision.restored() && excluded.contains(decision.id().layer())
                                ? withReason(decision)
                                : decision)
                .toList();
        return new BuildpackPlan(
                plan.buildpack(), plan.directory(), plan.store(), decisions, contents(plan, decisions));
    }

    /**
     * Returns the names that differ only in case or normalization from another, each group in the order of the plan.
     */
    private static List<String> alike(BuildpackPlan plan) {
        return plan.decisions().stream()
                .filter(LayerDecision::restored)
                .map(decision -> decision.id().layer())
                .distinct()
                .collect(groupingBy(FoldedNames::folded, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static LayerDecision withReason(LayerDecision decision) {
        return new LayerDecision(decision.id(), decision.source(), decision.metadata(), Reason.FOLDED_LAYER_NAME);
    }

    private static List<ContentsDecision> contents(BuildpackPlan plan, List<LayerDecision> decisions) {
        Set<LayerId> restored = decisions.stream()
                .filter(LayerDecision::restored)
                .map(LayerDecision::id)
                .collect(toSet());
        return plan.contents().stream()
                .filter(contents -> restored.contains(contents.id()))
                .toList();
    }
}
