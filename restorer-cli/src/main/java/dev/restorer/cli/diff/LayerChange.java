package dev.restorer.cli.diff;

import dev.restorer.api.LayerId;
import java.util.List;

/**
 * What two reports say about one layer.
 *
 * @param id the layer
 * @param kind how they differ
 * @param old what the first report says about it
 * @param now what the second report says about it
 * @param facts a line for each fact that is different
 */
record LayerChange(LayerId id, Kind kind, String old, String now, List<String> facts) {

    /** How two reports differ. */
    enum Kind {
        /** It was used in the first only. */
        NO_LONGER_USED("No longer used"),
        /** It was used in the second only. */
        NOW_USED("Used now, and not before"),
        /** It was used in both, or in neither, and something else is different. */
        CHANGED("Changed"),
        /** It was used in neither, and nothing is different. */
        NEVER_USED("Used in neither, for the same reason"),
        /** It was used in both, and nothing is different. */
        SAME("The same");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        boolean isDifference() {
            return this != NEVER_USED && this != SAME;
        }
    }

    static LayerChange of(LayerId id, LayerStatus old, LayerStatus now) {
        List<String> facts = LayerFacts.changes(old, now);
        return new LayerChange(id, kind(old, now, facts), old.description(), now.description(), facts);
    }

    private static Kind kind(LayerStatus old, LayerStatus now, List<String> facts) {
        if (old.isUsed() != now.isUsed()) {
            return old.isUsed() ? Kind.NO_LONGER_USED : Kind.NOW_USED;
        }
        if (!facts.isEmpty() || !old.description().equals(now.description())) {
            return Kind.CHANGED;
        }
        return now.isUsed() ? Kind.SAME : Kind.NEVER_USED;
    }
}
