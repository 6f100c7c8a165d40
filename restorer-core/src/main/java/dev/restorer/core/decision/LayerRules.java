package dev.restorer.core.decision;

import dev.restorer.api.LayerTypes;
import dev.restorer.api.Reason;
import org.jspecify.annotations.Nullable;

/** The rules about the metadata of one layer, in the order of the specification. (Platform specification, restorer) */
final class LayerRules {

    private LayerRules() {}

    /**
     * Decides about a layer that the app image lists.
     *
     * @param app the types of the layer in the app image
     * @param cache its types in the cache, or null if the cache does not list the layer
     */
    static Reason fromAppImage(LayerTypes app, @Nullable LayerTypes cache) {
        if (!app.launch()) {
            return Reason.APP_LAUNCH_FALSE;
        }
        if (app.build() && !app.cache()) {
            return Reason.APP_BUILD_NOT_CACHED;
        }
        if (app.cache() && (cache == null || !cache.cache())) {
            return Reason.APP_NOT_IN_CACHE;
        }
        return Reason.RESTORED_FROM_APP_IMAGE;
    }

    /**
     * Decides about a layer that the cache lists.
     *
     * @param cache the types of the layer in the cache
     * @param inAppImage whether the app image lists the layer too
     * @param restoresCachedLaunch whether a launch layer that the app image does not list is restored (from Platform
     *     API 0.14 on)
     */
    static Reason fromCache(LayerTypes cache, boolean inAppImage, boolean restoresCachedLaunch) {
        if (!cache.cache()) {
            return Reason.CACHE_FALSE;
        }
        if (cache.launch() && (inAppImage || !restoresCachedLaunch)) {
            return Reason.CACHE_LAUNCH_TRUE;
        }
        return Reason.RESTORED_FROM_CACHE;
    }
}
