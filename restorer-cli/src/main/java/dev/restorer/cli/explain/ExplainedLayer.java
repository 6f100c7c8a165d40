package dev.restorer.cli.explain;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.MetadataSource;
import dev.restorer.cli.table.LayerDecisions;
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
        Map<String, LayerDecisions> metadata = LayerDecisions.byLayer(plan);
        Map<String, ExplainedLayer> layers = new TreeMap<>();
        metadata.forEach((name, decisions) -> layers.put(name, new ExplainedLayer(name, decisions, null)));
        if (withContents) {
            for (ContentsDecision decision : plan.contents()) {
                String name = decision.id().layer();
                LayerDecisions decisions = metadata.getOrDefault(name, LayerDecisions.none());
                layers.put(name, new ExplainedLayer(name, decisions, decision));
            }
        }
        return List.copyOf(layers.values());
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
