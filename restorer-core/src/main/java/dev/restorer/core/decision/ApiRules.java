package dev.restorer.core.decision;

import dev.restorer.api.ApiVersion;
import dev.restorer.api.Buildpack;
import dev.restorer.api.KnownApis;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.UnknownApiException;
import dev.restorer.files.LayersDirectoryNames;
import org.jspecify.annotations.Nullable;

/** What depends on the API that a platform or a buildpack keeps to. */
public final class ApiRules {

    private ApiRules() {}

    /**
     * Checks the Platform API and those of all buildpacks.
     *
     * @param request the facts
     * @return the Platform API
     * @throws UnknownApiException if one is not known
     */
    public static ApiVersion require(RestoreRequest request) {
        ApiVersion platform = KnownApis.platform(request.platformApi())
                .orElseThrow(() -> UnknownApiException.platform(request.platformApi()));
        for (Buildpack buildpack : request.group()) {
            if (KnownApis.buildpack(buildpack.api()).isEmpty()) {
                throw UnknownApiException.buildpack(buildpack);
            }
        }
        return platform;
    }

    /** From Platform API 0.14 on, a launch layer is restored from the cache alone where no app image lists it. */
    static boolean restoresCachedLaunch(ApiVersion platform) {
        return platform.atLeast(0, 14);
    }

    /**
     * Tells whether SBOM files are restored: from Platform API 0.8 on, unless layers are skipped.
     *
     * @param request the facts
     * @param platform its Platform API
     * @return whether those of the cache and of the previous image are
     */
    public static boolean restoresSbom(RestoreRequest request, ApiVersion platform) {
        return platform.atLeast(0, 8) && !request.skipLayers();
    }

    /**
     * Returns the SBOM layer of the cache.
     *
     * @param request the facts
     * @param platform its Platform API
     * @return its diff id, or null if the cache has none or it is not restored
     */
    public static @Nullable String sbomDiffId(RestoreRequest request, ApiVersion platform) {
        return restoresSbom(request, platform) ? request.cacheMetadata().sbomDiffId() : null;
    }

    /**
     * Tells whether a layer's file has its types, at the top level: up to Buildpack API 0.5.
     *
     * @param buildpack a buildpack of a known API
     * @return whether it has
     */
    public static boolean typesInFile(Buildpack buildpack) {
        return !atLeast(buildpack, 6);
    }

    /**
     * Tells whether a file is the buildpack's own and no layer's. That is {@code store.toml}, up to Buildpack API 0.5
     * {@code launch.toml}, and with 0.5 {@code build.toml}. From 0.6 on it depends on the cache whether a layer has
     * contents, so that a layer of one of the latter names is told from the buildpack's own file.
     *
     * @param buildpack a buildpack of a known API
     * @param file the name of the file
     * @return whether it is
     */
    public static boolean hasOwnFile(Buildpack buildpack, String file) {
        return switch (file) {
            case LayersDirectoryNames.STORE -> true;
            case LayersDirectoryNames.LAUNCH -> typesInFile(buildpack);
            case LayersDirectoryNames.BUILD -> typesInFile(buildpack) && atLeast(buildpack, 5);
            default -> false;
        };
    }

    private static boolean atLeast(Buildpack buildpack, int minor) {
        return ApiVersion.parse(buildpack.api())
                .map(api -> api.atLeast(0, minor))
                .orElse(true);
    }
}
