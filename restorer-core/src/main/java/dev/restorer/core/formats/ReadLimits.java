package dev.restorer.core.formats;

import tools.jackson.core.StreamReadConstraints;

/** The limits of a document, which are far above the metadata of any buildpack. */
public final class ReadLimits {

    /** The maximum depth of nested objects and arrays, or tables and arrays. */
    public static final int MAX_LEVELS = 500;

    /** The maximum number of characters of a string. */
    public static final int MAX_STRING = 20_000_000;

    public static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_LEVELS)
            .maxNumberLength(10_000)
            .maxNameLength(1 << 20)
            .maxStringLength(MAX_STRING)
            .build();

    private ReadLimits() {}
}
