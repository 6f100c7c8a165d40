package dev.restorer.cli.explain;

import dev.restorer.api.Quoted;

/** Says what becomes of layers that are in the layers directory already, which a plan does not know. */
final class ExistingLayers {

    private ExistingLayers() {}

    /** Returns a sentence about them. */
    static String of(Explanation explanation) {
        return "Layers that are already in "
                + Quoted.escape(explanation.layersDirectory().toString())
                + " are not considered here; a restore replaces or removes the cached ones by the same rules.";
    }
}
