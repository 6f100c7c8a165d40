package dev.restorer.cli.explain;

import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.MetadataSource;
import dev.restorer.cli.table.LayerRow;
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
        String name, LayerRow metadata, @Nullable ContentsDecision contents) {

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
            layers.merge(decision.id().layer(), of(decision), ExplainedLayer::with);
        }
        if (withContents) {
            for (ContentsDecision decision : plan.contents()) {
                layers.merge(decision.id().layer(), of(decision), ExplainedLayer::with);
            }
        }
        return new ArrayList<>(layers.values());
    }

    private static ExplainedLayer of(LayerDecision decision) {
        boolean app = decision.source() == MetadataSource.APP_IMAGE;
        LayerRow row = new LayerRow(app ? decision : null, app ? null : decision);
        return new ExplainedLayer(decision.id().layer(), row, null);
    }

    private static ExplainedLayer of(ContentsDecision decision) {
        return new ExplainedLayer(decision.id().layer(), new LayerRow(null, null), decision);
    }

    private ExplainedLayer with(ExplainedLayer other) {
        LayerRow row = new LayerRow(
                metadata.app() == null ? other.metadata.app() : metadata.app(),
                metadata.cache() == null ? other.metadata.cache() : metadata.cache());
        return new ExplainedLayer(name, row, contents == null ? other.contents : contents);
    }

    Contents outcome() {
        if (contents != null) {
            return contents.restored() ? Contents.RESTORED : Contents.REMOVED;
        }
        return metadata.from().equals("app image") ? Contents.KEPT : Contents.NONE;
    }

    /** Returns the reasons in words. */
    String why() {
        String why = metadata.why();
        if (contents == null) {
            return why;
        }
        return (why.isEmpty() ? "" : why + "; ") + contents.reason().description();
    }

    String appFlags() {
        return flags(metadata.app());
    }

    String cacheFlags() {
        return flags(metadata.cache());
    }

    private static String flags(@Nullable LayerDecision decision) {
        if (decision == null) {
            return "absent";
        }
        LayerTypes types = decision.metadata().types();
        return (types.build() ? "b" : "-") + (types.launch() ? "l" : "-") + (types.cache() ? "c" : "-");
    }
}
