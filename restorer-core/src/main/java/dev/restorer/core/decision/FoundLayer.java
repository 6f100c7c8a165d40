package dev.restorer.core.decision;

/**
 * A layer that has a directory or a file in its buildpack's directory.
 *
 * @param name its name
 * @param own what its own file says, as files do below Buildpack API 0.6
 * @param overlaps whether its directory would stand in the place of a file about another layer, or of the buildpack
 */
public record FoundLayer(String name, Own own, boolean overlaps) {

    /** What a layer's own file says. */
    public enum Own {
        /** Nothing, or that the layer is not cached. */
        NOT_CACHED,
        /** That the layer is cached. */
        CACHED,
        /** It cannot be read. */
        UNREADABLE;

        /**
         * Returns what a file says that can be read.
         *
         * @param cached whether it says that the layer is cached
         * @return one of the first two
         */
        public static Own of(boolean cached) {
            return cached ? CACHED : NOT_CACHED;
        }
    }
}
