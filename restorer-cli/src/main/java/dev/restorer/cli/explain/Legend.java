package dev.restorer.cli.explain;

/** Explains the words in the columns of a table. */
final class Legend {

    private static final String CONTENTS =
            "; removed: with the metadata; kept: the contents remain in the app image; none: there are none to reuse";

    private Legend() {}

    /** Returns the legend of a table that names the types of layers. */
    static String of(Explanation explanation) {
        return "App image, Cache: the types of the layer there, none: without a type, -: not listed; Metadata: where it is"
                + " restored from, -: not restored" + (explanation.contents() ? CONTENTS : "") + ".";
    }
}
