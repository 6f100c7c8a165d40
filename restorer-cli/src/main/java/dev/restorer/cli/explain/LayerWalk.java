package dev.restorer.cli.explain;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.RuleStep;
import dev.restorer.cli.table.DecisionText;
import dev.restorer.cli.table.DisplayName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules that were applied to one layer, in order.
 *
 * @param title the layer and its buildpack
 * @param parts the decisions about it
 * @param result what a restore does with it
 */
public record LayerWalk(String title, List<Part> parts, String result) {

    /**
     * One decision, or why there is none.
     *
     * @param title what it is about
     * @param steps the rules that were applied
     * @param restored whether the decision is to restore
     * @param outcome the decision and its reason
     */
    record Part(String title, List<RuleStep> steps, boolean restored, String outcome) {}

    /**
     * Finds a layer and the rules that were applied to it.
     *
     * @param explanation the plan
     * @param name the id of a buildpack, a colon and the name of a layer
     * @return the rules, or empty if neither the app image nor the cache lists that layer
     */
    public static Optional<LayerWalk> of(Explanation explanation, String name) {
        for (BuildpackPlan plan : explanation.plan().buildpacks()) {
            String prefix = plan.buildpack().id() + ":";
            for (ExplainedLayer layer :
                    name.startsWith(prefix) ? ExplainedLayer.of(plan, true) : List.<ExplainedLayer>of()) {
                if (name.equals(prefix + layer.name())) {
                    return Optional.of(of(plan, layer, explanation.contents()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the names of all layers.
     *
     * @param explanation the plan
     * @return for each layer the id of its buildpack, a colon and its name
     */
    public static Stream<String> names(Explanation explanation) {
        return explanation.plan().buildpacks().stream()
                .flatMap(plan -> ExplainedLayer.of(plan, true).stream()
                        .map(layer -> plan.buildpack().id() + ":" + layer.name()));
    }

    private static LayerWalk of(BuildpackPlan plan, ExplainedLayer layer, boolean withContents) {
        String title = "Layer " + DisplayName.of(layer.name()) + " of " + DisplayName.of(plan.buildpack());
        List<Part> parts = new ArrayList<>();
        parts.add(metadata(MetadataSource.APP_IMAGE, layer.metadata().app()));
        parts.add(metadata(MetadataSource.CACHE, layer.metadata().cache()));
        if (withContents) {
            parts.add(contents(layer));
        }
        return new LayerWalk(title, parts, result(layer, withContents));
    }

    private static Part metadata(MetadataSource from, @Nullable LayerDecision decision) {
        String source = DecisionText.source(from);
        String title = "Metadata in the " + source + ": ";
        if (decision == null) {
            return new Part(
                    title + "not listed", List.of(), false, "not restored: the " + source + " does not list it");
        }
        String diffId = decision.metadata().diffId();
        return new Part(
                title + DecisionText.types(decision) + ", "
                        + (diffId.isEmpty() ? "no diff id" : DisplayName.of(diffId)),
                decision.steps(),
                decision.restored(),
                (decision.restored() ? "restored: " : "not restored: ")
                        + decision.reason().description());
    }

    private static Part contents(ExplainedLayer layer) {
        ContentsDecision decision = layer.contents();
        if (decision == null) {
            String why = layer.metadata().isRestored()
                    ? "no cached layer, so no contents are looked up in the cache"
                    : "its metadata is not restored";
            return new Part("Contents:", List.of(), false, layer.outcome().word() + ": " + why);
        }
        String title = "Contents: diff id of the layer " + diffId(decision.layerDiffId()) + ", of the cache "
                + diffId(decision.cacheDiffId());
        return new Part(
                title,
                decision.steps(),
                decision.restored(),
                layer.outcome().word() + ": " + decision.reason().description());
    }

    private static String diffId(@Nullable String diffId) {
        return diffId == null || diffId.isEmpty() ? "none" : DisplayName.of(diffId);
    }

    private static String result(ExplainedLayer layer, boolean withContents) {
        if (withContents && layer.outcome() == ExplainedLayer.Contents.REMOVED) {
            return "removed, with its metadata";
        }
        String from = DecisionText.source(layer.metadata().from());
        return (layer.metadata().isRestored() ? "metadata restored from the " + from : "metadata not restored")
                + (withContents ? ", contents " + layer.outcome().word() : "");
    }
}
