package dev.restorer.cli.explain;

import dev.restorer.api.MetadataSource;
import dev.restorer.cli.explain.ExplainedLayer.Contents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The number of layers of each outcome. */
final class Sums {

    private final List<ExplainedLayer> layers;

    private Sums(List<ExplainedLayer> layers) {
        this.layers = layers;
    }

    /** Returns the sums of a plan as a sentence. */
    static String of(Explanation explanation) {
        List<ExplainedLayer> layers = explanation.plan().buildpacks().stream()
                .flatMap(buildpack -> ExplainedLayer.of(buildpack, explanation.contents()).stream())
                .toList();
        Sums sums = new Sums(layers);
        return sums.metadata() + (explanation.contents() ? sums.contents() : "") + ".";
    }

    private String metadata() {
        return layers.size() + (layers.size() == 1 ? " layer: " : " layers: ") + from(MetadataSource.APP_IMAGE)
                + " restored from the app image, " + from(MetadataSource.CACHE) + " from the cache, " + from(null)
                + " not restored";
    }

    private String contents() {
        return "; contents: " + count(Contents.RESTORED) + " restored, " + count(Contents.REMOVED) + " removed, "
                + count(Contents.KEPT) + " kept, " + count(Contents.NONE) + " none";
    }

    private long from(@Nullable MetadataSource source) {
        return layers.stream()
                .filter(layer -> layer.metadata().from() == source)
                .count();
    }

    private long count(Contents outcome) {
        return layers.stream().filter(layer -> layer.outcome() == outcome).count();
    }
}
