package dev.restorer.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of a restore as they were given, under the names that the lifecycle's restorer has for them. */
final class RestoreFlags {

    @Option(
            names = {"-layers", "--layers"},
            paramLabel = "DIR",
            description = "the layers directory (CNB_LAYERS_DIR; /layers)")
    @Nullable
    String layers;

    @Option(
            names = {"-group", "--group"},
            paramLabel = "FILE",
            description = "the buildpacks that take part (CNB_GROUP_PATH; <layers>/group.toml)")
    @Nullable
    String group;

    @Option(
            names = {"-analyzed", "--analyzed"},
            paramLabel = "FILE",
            description = "the analyzed.toml with the app metadata (CNB_ANALYZED_PATH; <layers>/analyzed.toml)")
    @Nullable
    String analyzed;

    @Option(
            names = {"-app-metadata", "--app-metadata"},
            paramLabel = "FILE",
            description = "the label io.buildpacks.lifecycle.metadata as JSON, in place of an analyzed.toml")
    @Nullable
    String appMetadata;

    @Option(
            names = {"-cache-dir", "--cache-dir"},
            paramLabel = "DIR",
            description = "the directory of the cache (CNB_CACHE_DIR; no cache)")
    @Nullable
    String cacheDirectory;

    @Option(
            names = {"-cache-metadata", "--cache-metadata"},
            paramLabel = "FILE",
            description =
                    "the metadata of a cache as JSON, in place of a cache directory, so that metadata alone is restored")
    @Nullable
    String cacheMetadata;

    @Option(
            names = {"-platform-api", "--platform-api"},
            paramLabel = "VERSION",
            description = "the Platform API (CNB_PLATFORM_API; the newest)")
    @Nullable
    String platformApi;

    @Option(
            names = {"-skip-layers", "--skip-layers"},
            converter = SwitchConverter.class,
            description = "restores no layer, but store.toml (CNB_SKIP_LAYERS)")
    @Nullable
    Boolean skipLayers;

    @Option(
            names = {"-metadata-only", "--metadata-only"},
            converter = SwitchConverter.class,
            description = "restores metadata and no contents")
    boolean metadataOnly;

    @Option(
            names = {"-contents-only", "--contents-only"},
            converter = SwitchConverter.class,
            description = "restores contents for the metadata that --metadata-only restored with the same --sha-store")
    boolean contentsOnly;

    @Option(
            names = {"-max-layer-bytes", "--max-layer-bytes"},
            paramLabel = "NUMBER",
            description = "how many bytes the files of a layer may have together, or it is removed"
                    + " (68719476736, which is 64 GiB)")
    @Nullable
    String maxLayerBytes;

    @Option(
            names = {"-max-layer-entries", "--max-layer-entries"},
            paramLabel = "NUMBER",
            description = "how many files, folders and links a layer may have, or it is removed (4000000)")
    @Nullable
    String maxLayerEntries;

    @Option(
            names = {"-sha-store", "--sha-store"},
            paramLabel = "URI",
            description = "where diff ids go, see the stores command (files: below Platform API 0.7, else memory:)")
    @Nullable
    String shaStore;

    @Option(
            names = {"-report", "--report"},
            paramLabel = "FILE",
            description = "where to write what was decided and done, as JSON")
    @Nullable
    String report;

    @Option(
            names = {"-uid", "--uid"},
            hidden = true,
            description = "accepted for the platform's sake, not used")
    @Nullable
    String uid;

    @Option(
            names = {"-gid", "--gid"},
            hidden = true,
            description = "accepted for the platform's sake, not used")
    @Nullable
    String gid;

    @Option(
            names = {"-no-color", "--no-color"},
            converter = SwitchConverter.class,
            hidden = true,
            description = "accepted for the platform's sake, not used")
    boolean noColor;
}
