package dev.restorer.cli.explain;

/** Explains the words in the columns of a table. */
final class Legend {

    private static final String TYPES =
            "App image, Cache: the types of the layer there (none: it has no type; -: not listed).";
    private static final String METADATA = " Metadata: where it is restored from (-: not restored).";
    private static final String CONTENTS =
            " Contents: restored; removed, with the metadata; kept in the app image; or none to reuse.";
    private static final String WIDE = " Restored, From: whether and from where the metadata is restored.";
    private static final String WIDE_CONTENTS =
            " Contents, of cached layers only: restored, or removed with the metadata.";

    private Legend() {}

    /** Returns the legend of a table that has metadata and contents in one line. */
    static String of(Explanation explanation) {
        return TYPES + METADATA + (explanation.contents() ? CONTENTS : "");
    }

    /** Returns the legend of {@link WideTables}, whose columns have other names. */
    static String ofWide(Explanation explanation) {
        return TYPES + WIDE + (explanation.contents() ? WIDE_CONTENTS : "");
    }
}
