package dev.restorer.cli.explain;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.MetadataSource;
import dev.restorer.cli.table.LayerDecisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All decisions about one layer.
 *
 * @param name the name of the layer
 * @param metadata the decisions about its metadata
 * @param contents the decision about its contents, or null if there is none
 */
record ExplainedLayer(
        String name, LayerDecisions metadata, @Nullable ContentsDecision contents) {

    /** What happens to the contents of a layer. */
    enum Contents {
        /** They are restored from the cache. */
        RESTORED("restored"),
        /** The layer is removed. */
        REMOVED("removed"),
        /** They remain in the app image, where the layer can be reused without them. */
        KEPT("kept"),
        /** There are none that the buildpack could reuse. */
        NONE("none");

        private final String word;

        Contents(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Returns the layers of a buildpack by name. */
    static List<ExplainedLayer> of(BuildpackPlan plan, boolean withContents) {
        Map<String, ExplainedLayer> layers = new TreeMap<>();
        for (LayerDecision decision : plan.decisions()) {
            layers.compute(
                    decision.id().layer(),
                    (name, layer) -> orUnlisted(layer, name).with(decision));
        }
        if (withContents) {
            for (ContentsDecision decision : plan.contents()) {
                layers.compute(
                        decision.id().layer(),
                        (name, layer) -> new ExplainedLayer(name, orUnlisted(layer, name).metadata, decision));
            }
        }
        return new ArrayList<>(layers.values());
    }

    private static ExplainedLayer orUnlisted(@Nullable ExplainedLayer layer, String name) {
        return layer == null ? new ExplainedLayer(name, LayerDecisions.none(), null) : layer;
    }

    private ExplainedLayer with(LayerDecision decision) {
        return new ExplainedLayer(name, metadata.with(decision), contents);
    }

    Contents outcome() {
        if (contents != null) {
            return contents.restored() ? Contents.RESTORED : Contents.REMOVED;
        }
        return metadata.from() == MetadataSource.APP_IMAGE ? Contents.KEPT : Contents.NONE;
    }

    /** Returns the reasons in words. */
    String why() {
        String why = metadata.why();
        if (contents == null) {
            return why;
        }
        return (why.isEmpty() ? "" : why + "; ") + contents.reason().description();
    }
}
