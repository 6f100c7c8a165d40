package dev.restorer.cli.explain;

import dev.restorer.cli.explain.ExplainedLayer.Contents;
import java.util.List;

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
        return layers.size() + (layers.size() == 1 ? " layer: " : " layers: ") + from("app image")
                + " restored from the app image, " + from("cache") + " from the cache, " + from("-")
                + " not restored";
    }

    private String contents() {
        return "; contents: " + count(Contents.RESTORED) + " restored, " + count(Contents.REMOVED) + " removed, "
                + count(Contents.KEPT) + " kept, " + count(Contents.NONE) + " none";
    }

    private long from(String source) {
        return layers.stream()
                .filter(layer -> layer.metadata().from().equals(source))
                .count();
    }

    private long count(Contents outcome) {
        return layers.stream().filter(layer -> layer.outcome() == outcome).count();
    }
}
