package dev.restorer.core.formats;

import tools.jackson.core.StreamReadConstraints;

/** How much of a document is read: far more than any buildpack notes. */
final class ReadLimits {

    /** Levels of objects and arrays, or of tables and arrays. */
    static final int MAX_LEVELS = 500;

    /** Characters of a string. */
    static final int MAX_STRING = 20_000_000;

    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_LEVELS)
            .maxNumberLength(10_000)
            .maxNameLength(1 << 20)
            .maxStringLength(MAX_STRING)
            .build();

    private ReadLimits() {}
}
