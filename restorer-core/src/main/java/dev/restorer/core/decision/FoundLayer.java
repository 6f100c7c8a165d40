package dev.restorer.core.decision;

/**
 * A layer that was found, since it has a directory or a file in its buildpack's directory.
 *
 * @param name its name
 * @param cacheFlag whether its own file says that it is cached, as such files do below Buildpack API 0.6
 * @param overlaps whether its directory has the name of a file of another layer or of the buildpack
 */
public record FoundLayer(String name, CacheFlag cacheFlag, boolean overlaps) {

    /** Whether a layer's own file says that the layer is cached. */
    public enum CacheFlag {
        /** There is no file, it says that the layer is not cached, or such files do not say it (from 0.6 on). */
        NOT_CACHED,
        /** The file says that the layer is cached. */
        CACHED,
        /** The file cannot be read. */
        UNREADABLE;

        /**
         * Returns the value for a file that can be read.
         *
         * @param cached whether the file says that the layer is cached
         * @return {@link #CACHED} or {@link #NOT_CACHED}
         */
        public static CacheFlag of(boolean cached) {
            return cached ? CACHED : NOT_CACHED;
        }
    }
}
