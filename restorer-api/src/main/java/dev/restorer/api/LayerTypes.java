package dev.restorer.api;

/**
 * The types of a layer. (Buildpack specification, Layer Types)
 *
 * @param build whether the layer is available to the buildpacks that follow
 * @param launch whether the layer is part of the app image
 * @param cache whether the layer is kept in the cache
 * @since 0.1
 */
public record LayerTypes(boolean build, boolean launch, boolean cache) {

    private static final LayerTypes[] ALL = new LayerTypes[8];

    static {
        for (int bits = 0; bits < ALL.length; bits++) {
            ALL[bits] = new LayerTypes((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
        }
    }

    /**
     * Returns a shared instance, without allocation.
     *
     * @param build whether the layer is a build layer
     * @param launch whether the layer is a launch layer
     * @param cache whether the layer is a cache layer
     * @return the types
     */
    public static LayerTypes of(boolean build, boolean launch, boolean cache) {
        return ALL[(build ? 1 : 0) | (launch ? 2 : 0) | (cache ? 4 : 0)];
    }
}
