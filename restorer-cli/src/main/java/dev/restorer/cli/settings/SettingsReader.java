package dev.restorer.cli.settings;

import dev.restorer.ShaStores;
import dev.restorer.api.ContentsLimits;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.Owner;
import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.process.ProcessContext;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the settings: a flag has precedence over its variable, and the variable over the default. */
public final class SettingsReader {

    /** From this Platform API on, the files of other phases are in the layers directory. */
    private static final int FILES_IN_LAYERS_SINCE = 5;

    private final FlagReader flags;
    private final PlatformApi platform;

    /**
     * Creates a reader.
     *
     * @param flags the flags
     * @param platform the Platform API, on which defaults depend
     */
    public SettingsReader(FlagReader flags, PlatformApi platform) {
        this.flags = flags;
        this.platform = platform;
    }

    /**
     * Reads the settings.
     *
     * @param owner finds the owner to set; called last, once all other settings are valid
     * @return the settings
     */
    public Settings read(Supplier<@Nullable Owner> owner) {
        requireAtMostOne("--analyzed", "--app-metadata");
        requireAtMostOne("--cache-dir", "--cache-metadata");
        Scope scope = scope();
        Path layers = flags.paths().given("--layers", "CNB_LAYERS_DIR", Path.of("/layers"));
        InputFileFlags inputs = new InputFileFlags(flags);
        Path cacheMetadata = inputs.given("--cache-metadata");
        boolean skipLayers = skipLayers();
        ImageSettings images = new ImageFlags(flags, platform).read();
        Path files = platform.atLeast(FILES_IN_LAYERS_SINCE) ? layers : Path.of("");
        return new Settings(
                scope,
                layers,
                inputs.given("--group", "CNB_GROUP_PATH", files.resolve("group.toml")),
                inputs.given("--analyzed", "CNB_ANALYZED_PATH", files.resolve("analyzed.toml")),
                inputs.given("--app-metadata"),
                images,
                cacheMetadata == null && images.cache() == null
                        ? flags.paths().givenUnlessEmpty("--cache-dir", "CNB_CACHE_DIR")
                        : null,
                cacheMetadata,
                platform.text(),
                skipLayers,
                shaStore(scope),
                limits(),
                metadataLimits(),
                ReportFlag.in(flags),
                owner.get());
    }

    /** Checks only flags, since a variable may be set for all builds, and a flag overrides it. */
    private void requireAtMostOne(String one, String other) {
        if (flags.has(one) && flags.has(other)) {
            throw flags.wrong(one + " and " + other + " exclude each other: give one of them");
        }
    }

    private boolean skipLayers() {
        Boolean given = flags.onOff("--skip-layers");
        if (given != null) {
            return given;
        }
        ProcessContext process = flags.process();
        return process.isOn("CNB_SKIP_LAYERS") || process.isOn("CNB_SKIP_RESTORE");
    }

    private Scope scope() {
        boolean metadataOnly = flags.isOn("--metadata-only");
        boolean contentsOnly = flags.isOn("--contents-only");
        boolean cacheMetadata = flags.has("--cache-metadata");
        if (metadataOnly && contentsOnly) {
            throw flags.wrong("--metadata-only and --contents-only exclude each other: give one of them");
        }
        if (contentsOnly && cacheMetadata) {
            throw flags.wrong("--contents-only and --cache-metadata exclude each other:"
                    + " give --cache-dir, since contents come from a cache directory");
        }
        if (contentsOnly) {
            return Scope.CONTENTS;
        }
        return metadataOnly || cacheMetadata ? Scope.METADATA : Scope.ALL;
    }

    private String shaStore(Scope scope) {
        FlagReader.Value given = flags.given("--sha-store");
        String uri = given == null ? ShaStores.defaultUri(platform.text()) : given.text();
        if (scope == Scope.CONTENTS && isMemoryStore(uri)) {
            throw flags.wrong("--contents-only would find no diff id in a memory: store, and remove every cached layer:"
                    + " name the store that --metadata-only used with --sha-store");
        }
        return uri;
    }

    private static boolean isMemoryStore(String uri) {
        return uri.equals("memory") || uri.startsWith("memory:");
    }

    private MetadataLimits metadataLimits() {
        MetadataLimits defaults = MetadataLimits.defaults();
        return defaults.withBytes(flags.number("--max-metadata-bytes", defaults.bytes()));
    }

    private ContentsLimits limits() {
        ContentsLimits defaults = ContentsLimits.defaults();
        return defaults.withBytes(flags.number("--max-layer-bytes", defaults.bytes()))
                .withEntries(flags.number("--max-layer-entries", defaults.entries()));
    }
}
