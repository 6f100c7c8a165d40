package dev.restorer.core.decision;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Finds layers whose names a file system treats as equal, because it ignores case or Unicode normalization.
 */
public final class FoldedNames {

    private FoldedNames() {}

    /**
     * Excludes the layers that would overwrite an earlier layer of the same buildpack.
     *
     * @param plan the plan
     * @param equal asks the file system whether two names are equal; it is called only for names that differ only in
     *     case or normalization
     * @return the plan, with another reason for the excluded layers
     */
    public static RestorePlan exclude(RestorePlan plan, BiPredicate<String, String> equal) {
        return new RestorePlan(
                plan.skipLayers(),
                plan.buildpacks().stream()
                        .map(buildpack -> exclude(buildpack, equal))
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

    private static BuildpackPlan exclude(BuildpackPlan plan, BiPredicate<String, String> equal) {
        if (plan.decisions().stream().allMatch(decision -> isPlain(decision.id().layer()))) {
            return plan;
        }
        Map<String, List<String>> kept = new HashMap<>();
        List<LayerDecision> decisions = new ArrayList<>(plan.decisions().size());
        boolean excluded = false;
        for (LayerDecision decision : plan.decisions()) {
            String layer = decision.id().layer();
            boolean taken = decision.restored() && isTaken(layer, kept, equal);
            excluded |= taken;
            decisions.add(taken ? withReason(decision) : decision);
        }
        return excluded
                ? new BuildpackPlan(
                        plan.buildpack(), plan.directory(), plan.store(), decisions, contents(plan, decisions))
                : plan;
    }

    /** Tells whether a layer's name is equal to that of a layer in the map; if not, adds it to the map. */
    private static boolean isTaken(String layer, Map<String, List<String>> kept, BiPredicate<String, String> equal) {
        List<String> alike = kept.computeIfAbsent(folded(layer), folded -> new ArrayList<>());
        if (alike.stream().anyMatch(each -> !each.equals(layer) && equal.test(each, layer))) {
            return true;
        }
        alike.add(layer);
        return false;
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
                .collect(Collectors.toSet());
        return plan.contents().stream()
                .filter(contents -> restored.contains(contents.id()))
                .toList();
    }
}
