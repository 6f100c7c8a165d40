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
 * Keeps layers apart whose names one file system takes for two and another for one, since it does not tell upper from
 * lower case, or an accent from a letter that has it.
 */
public final class FoldedNames {

    private FoldedNames() {}

    /**
     * Keeps back the layers that would get the place of an earlier layer of the same buildpack.
     *
     * @param plan what is to be restored
     * @param areOne asks the file system whether it takes two names for one; asked only for names that differ in case
     *     or form alone
     * @return the plan, with another reason for the layers that are kept back
     */
    public static RestorePlan keepApart(RestorePlan plan, BiPredicate<String, String> areOne) {
        return new RestorePlan(
                plan.skipLayers(),
                plan.buildpacks().stream()
                        .map(buildpack -> keepApart(buildpack, areOne))
                        .toList(),
                plan.sbomDiffId(),
                plan.launchSbom());
    }

    /** Tells whether a name is one that no other plain name is taken for, as nearly all are. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static BuildpackPlan keepApart(BuildpackPlan plan, BiPredicate<String, String> areOne) {
        if (plan.decisions().stream().allMatch(decision -> isPlain(decision.id().layer()))) {
            return plan;
        }
        Map<String, List<String>> kept = new HashMap<>();
        List<LayerDecision> decisions = new ArrayList<>(plan.decisions().size());
        boolean keptBack = false;
        for (LayerDecision decision : plan.decisions()) {
            String layer = decision.id().layer();
            boolean taken = decision.restored() && isTaken(layer, kept, areOne);
            keptBack |= taken;
            decisions.add(taken ? keptBack(decision) : decision);
        }
        return keptBack
                ? new BuildpackPlan(
                        plan.buildpack(), plan.directory(), plan.store(), decisions, contents(plan, decisions))
                : plan;
    }

    /** Tells whether the place of a layer is that of one that is kept; if not, it is kept too. */
    private static boolean isTaken(String layer, Map<String, List<String>> kept, BiPredicate<String, String> areOne) {
        List<String> alike = kept.computeIfAbsent(folded(layer), folded -> new ArrayList<>());
        if (alike.stream().anyMatch(each -> !each.equals(layer) && areOne.test(each, layer))) {
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

    private static LayerDecision keptBack(LayerDecision decision) {
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
