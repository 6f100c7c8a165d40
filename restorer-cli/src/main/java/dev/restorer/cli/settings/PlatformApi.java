package dev.restorer.cli.settings;

import dev.restorer.api.ApiVersion;
import dev.restorer.api.KnownApis;
import dev.restorer.api.UnknownApiException;
import dev.restorer.cli.arguments.FlagReader;

/**
 * The Platform API, which is determined before all other settings. (Platform specification, Platform API Compatibility)
 *
 * @param text the version as the platform specifies it
 * @param version the same version
 */
public record PlatformApi(String text, ApiVersion version) {

    /**
     * Reads the Platform API.
     *
     * @param flags the flags
     * @return the version that is given, or the newest
     */
    public static PlatformApi in(FlagReader flags) {
        FlagReader.Value given = flags.given("--platform-api", "CNB_PLATFORM_API");
        return of(given == null ? KnownApis.newestPlatform().toString() : given.text());
    }

    static PlatformApi of(String text) {
        return KnownApis.platform(text)
                .map(version -> new PlatformApi(text, version))
                .orElseThrow(() -> UnknownApiException.platform(text));
    }

    boolean atLeast(int minor) {
        return version.atLeast(0, minor);
    }
}
