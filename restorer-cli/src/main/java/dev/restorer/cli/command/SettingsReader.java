package dev.restorer.cli.command;

import dev.restorer.ShaStores;
import dev.restorer.api.ContentsLimits;
import dev.restorer.api.KnownApis;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Settles what is asked for: a flag comes before its variable, and that before the default. */
final class SettingsReader {

    private final RestoreFlags flags;
    private final FlagReader reader;

    SettingsReader(RestoreFlags flags, FlagReader reader) {
        this.flags = flags;
        this.reader = reader;
    }

    Settings settle() {
        requireOne("--analyzed", flags.analyzed, "--app-metadata", flags.appMetadata);
        requireOne("--cache-dir", flags.cacheDirectory, "--cache-metadata", flags.cacheMetadata);
        Scope scope = scope();
        Path layers = reader.path("--layers", flags.layers, "CNB_LAYERS_DIR", Path.of("/layers"));
        Path cacheMetadata = reader.path("--cache-metadata", flags.cacheMetadata);
        String platformApi = platformApi();
        return new Settings(
                scope,
                layers,
                reader.path("--group", flags.group, "CNB_GROUP_PATH", layers.resolve("group.toml")),
                reader.path("--analyzed", flags.analyzed, "CNB_ANALYZED_PATH", layers.resolve("analyzed.toml")),
                reader.path("--app-metadata", flags.appMetadata),
                cacheMetadata == null ? cacheDirectory() : null,
                cacheMetadata,
                platformApi,
                skipLayers(),
                shaStore(scope, platformApi),
                limits(),
                reader.path("--report", flags.report));
    }

    /** Only flags exclude each other: a variable is set for all builds, a flag for this one. */
    private void requireOne(String one, @Nullable String first, String other, @Nullable String second) {
        if (first != null && second != null) {
            throw reader.wrong(one + " and " + other + " exclude each other: give one of them");
        }
    }

    private @Nullable Path cacheDirectory() {
        if (flags.cacheDirectory != null && flags.cacheDirectory.isEmpty()) {
            // Platforms say so that there is no cache, whatever the variable holds.
            return null;
        }
        FlagReader.Given given = reader.given("--cache-dir", flags.cacheDirectory, "CNB_CACHE_DIR");
        return given == null ? null : reader.path(given);
    }

    private String platformApi() {
        FlagReader.Given given = reader.given("--platform-api", flags.platformApi, "CNB_PLATFORM_API");
        return given == null ? KnownApis.newestPlatform().toString() : given.text();
    }

    private boolean skipLayers() {
        if (flags.skipLayers != null) {
            return flags.skipLayers;
        }
        String set = reader.environment().value("CNB_SKIP_LAYERS");
        return set != null && SwitchConverter.isOn(set);
    }

    private Scope scope() {
        if (flags.metadataOnly && flags.contentsOnly) {
            throw reader.wrong("--metadata-only and --contents-only exclude each other: give one of them");
        }
        if (flags.contentsOnly && flags.cacheMetadata != null) {
            throw reader.wrong("--contents-only and --cache-metadata exclude each other:"
                    + " give --cache-dir, since contents come from a cache directory");
        }
        if (flags.contentsOnly) {
            return Scope.CONTENTS;
        }
        return flags.metadataOnly || flags.cacheMetadata != null ? Scope.METADATA : Scope.ALL;
    }

    private String shaStore(Scope scope, String platformApi) {
        FlagReader.Given given = reader.given("--sha-store", flags.shaStore);
        String uri = given == null ? ShaStores.defaultUri(platformApi) : given.text();
        if (scope == Scope.CONTENTS && endsWithTheProcess(uri)) {
            throw reader.wrong(
                    "--contents-only would find no diff id in a memory: store, and remove every cached layer:"
                            + " name the store that --metadata-only used with --sha-store");
        }
        return uri;
    }

    private static boolean endsWithTheProcess(String uri) {
        return uri.equals("memory") || uri.startsWith("memory:");
    }

    private ContentsLimits limits() {
        ContentsLimits usual = ContentsLimits.defaults();
        return usual.withBytes(reader.number("--max-layer-bytes", flags.maxLayerBytes, usual.bytes()))
                .withEntries(reader.number("--max-layer-entries", flags.maxLayerEntries, usual.entries()));
    }
}
