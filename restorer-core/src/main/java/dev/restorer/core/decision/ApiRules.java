package dev.restorer.core.decision;

import dev.restorer.api.ApiVersion;
import dev.restorer.api.Buildpack;
import dev.restorer.api.KnownApis;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.UnknownApiException;
import dev.restorer.files.LayersDirectoryNames;
import org.jspecify.annotations.Nullable;

/** The rules that depend on the Platform API or a Buildpack API. */
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
        ApiVersion platform = requirePlatform(request.platformApi());
        for (Buildpack buildpack : request.group()) {
            if (KnownApis.buildpack(buildpack.api()).isEmpty()) {
                throw UnknownApiException.buildpack(buildpack);
            }
        }
        return platform;
    }

    /**
     * Checks the Platform API.
     *
     * @param version its version
     * @return the Platform API
     * @throws UnknownApiException if it is not known
     */
    public static ApiVersion requirePlatform(String version) {
        return KnownApis.platform(version).orElseThrow(() -> UnknownApiException.platform(version));
    }

    /**
     * Tells whether a launch layer that the app image does not list is restored from the cache: from Platform API 0.14
     * on.
     */
    static boolean restoresCachedLaunch(ApiVersion platform) {
        return platform.atLeast(0, 14);
    }

    /**
     * Tells whether SBOM files are restored: from Platform API 0.8 on, unless layers are skipped.
     *
     * @param request the facts
     * @param platform its Platform API
     * @return whether the SBOM files of the cache and of the previous image are restored
     */
    public static boolean restoresSbom(RestoreRequest request, ApiVersion platform) {
        return knowsSbom(platform) && !request.skipLayers();
    }

    private static boolean knowsSbom(ApiVersion platform) {
        return platform.atLeast(0, 8);
    }

    /**
     * Tells whether the SBOM layer of the cache is logged: as in the lifecycle, also if layers are skipped, and it is
     * not restored. The command reads no cache image then, so it knows of no SBOM layer in one.
     *
     * @param request the facts
     * @param platform its Platform API
     * @return whether the cache has one that is logged
     */
    public static boolean logsSbom(RestoreRequest request, ApiVersion platform) {
        return knowsSbom(platform) && request.cacheMetadata().sbomDiffId() != null;
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
     * Tells whether a layer's file has its types at the top level: up to Buildpack API 0.5.
     *
     * @param buildpack a buildpack of a known API
     * @return whether it has them
     */
    public static boolean typesInFile(Buildpack buildpack) {
        return !atLeast(buildpack, 6);
    }

    /**
     * Tells whether a file belongs to the buildpack and not to a layer. That is {@code store.toml}, up to Buildpack API
     * 0.5 {@code launch.toml}, and with 0.5 {@code build.toml}. From 0.6 on, the cache determines whether a layer has
     * contents, so a layer with one of the latter two names is not confused with the buildpack's file.
     *
     * @param buildpack a buildpack of a known API
     * @param file the name of the file
     * @return whether the file belongs to the buildpack
     */
    public static boolean isBuildpackFile(Buildpack buildpack, String file) {
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
