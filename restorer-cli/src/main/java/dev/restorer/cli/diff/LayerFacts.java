package dev.restorer.cli.diff;

import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayerDecision;
import dev.restorer.cli.table.DecisionText;
import dev.restorer.cli.table.DisplayName;
import dev.restorer.cli.table.LayerDecisions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the decisions about a layer depend on, for a comparison. */
final class LayerFacts {

    private static final String UNLISTED = "not listed";

    /** As many digits of a digest are enough to recognize it. */
    private static final int SHORT = "sha256:".length() + 12;

    private final List<String> changes = new ArrayList<>();

    private LayerFacts() {}

    /** Returns a line for each fact that is different. */
    static List<String> changes(LayerStatus old, LayerStatus now) {
        LayerFacts facts = new LayerFacts();
        boolean comparable = old.hasMetadata() && now.hasMetadata();
        if (comparable) {
            facts.types("types in the app image", types(old, LayerDecisions::app), types(now, LayerDecisions::app));
        }
        facts.diffId("diff id in the app image", diffId(old, LayerDecisions::app), diffId(now, LayerDecisions::app));
        if (comparable) {
            facts.types("types in the cache", types(old, LayerDecisions::cache), types(now, LayerDecisions::cache));
        }
        facts.diffId("diff id in the cache", diffId(old, LayerDecisions::cache), diffId(now, LayerDecisions::cache));
        facts.diffId("diff id in the SHA store", stored(old.contents()), stored(now.contents()));
        return facts.changes;
    }

    private void types(String fact, String old, String now) {
        if (!old.equals(now)) {
            changes.add(fact + ": " + old + " -> " + now);
        }
    }

    /** A diff id that only one report has is left out: other lines show that the layer was added or removed. */
    private void diffId(String fact, @Nullable String old, @Nullable String now) {
        if (old != null && now != null && !old.equals(now)) {
            boolean distinct = !brief(old).equals(brief(now));
            changes.add(
                    fact + ": " + (distinct ? brief(old) : name(old)) + " -> " + (distinct ? brief(now) : name(now)));
        }
    }

    private static String brief(String diffId) {
        return name(diffId.substring(0, Math.min(diffId.length(), SHORT)));
    }

    private static String name(String diffId) {
        return diffId.isEmpty() ? "none" : DisplayName.of(diffId);
    }

    private static String types(LayerStatus status, Function<LayerDecisions, @Nullable LayerDecision> source) {
        LayerDecision decision = source.apply(status.metadata());
        return decision == null ? UNLISTED : DecisionText.types(decision);
    }

    private static @Nullable String diffId(
            LayerStatus status, Function<LayerDecisions, @Nullable LayerDecision> source) {
        LayerDecision decision = source.apply(status.metadata());
        return decision == null ? null : decision.metadata().diffId();
    }

    private static @Nullable String stored(@Nullable ContentsOutcome contents) {
        return contents == null ? null : contents.decision().layerDiffId();
    }
}
