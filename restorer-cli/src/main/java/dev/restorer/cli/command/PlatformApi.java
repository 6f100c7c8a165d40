package dev.restorer.cli.command;

import dev.restorer.api.ApiVersion;
import dev.restorer.api.KnownApis;
import dev.restorer.api.UnknownApiException;

/**
 * The Platform API, which is determined before all other settings. (Platform specification, Platform API Compatibility)
 *
 * @param text the version as the platform specifies it
 * @param version the same version
 */
record PlatformApi(String text, ApiVersion version) {

    static PlatformApi in(FlagReader flags) {
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
