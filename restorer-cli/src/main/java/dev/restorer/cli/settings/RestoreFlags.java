package dev.restorer.cli.settings;

import dev.restorer.api.ContentsLimits;
import dev.restorer.api.MetadataLimits;
import dev.restorer.cli.arguments.Flags;
import java.util.List;

/** The flags of a restore, with the names that the lifecycle's restorer uses. */
public final class RestoreFlags {

    private RestoreFlags() {}

    /**
     * Adds the flags to a command.
     *
     * @param flags receives the flags
     */
    public static void addTo(Flags flags) {
        addPaths(flags);
        addOptions(flags);
        OwnerFlags.addTo(flags);
        ImageFlags.addTo(flags);
        BaseImageFlags.addTo(flags);
    }

    private static void addPaths(Flags flags) {
        flags.text("layers", "DIR", "the layers directory (CNB_LAYERS_DIR; /layers)");
        flags.text(
                "group",
                "FILE",
                "the buildpacks of the build (CNB_GROUP_PATH; <layers>/group.toml, below Platform API 0.5 group.toml)");
        flags.text(
                "analyzed",
                "FILE",
                "the analyzed.toml with the app metadata"
                        + " (CNB_ANALYZED_PATH; <layers>/analyzed.toml, below Platform API 0.5 analyzed.toml)");
        flags.text(
                "app-metadata",
                "FILE",
                "the label io.buildpacks.lifecycle.metadata as JSON, instead of an analyzed.toml");
        flags.text("cache-dir", "DIR", "the directory of the cache (CNB_CACHE_DIR; default: no cache)");
        flags.text(
                "cache-metadata",
                "FILE",
                "the metadata of a cache as JSON, instead of a cache directory; only metadata is restored");
        flags.text(
                "sha-store",
                "URI",
                "the store for diff ids, see the stores command (files: below Platform API 0.7, otherwise memory:)",
                List.of("memory:", "files:", "redis://", "redis-cluster://", "redis-sentinel://"));
        flags.text("report", "FILE", "the file for a report on decisions and results, as JSON; - is standard output");
    }

    private static void addOptions(Flags flags) {
        ContentsLimits defaults = ContentsLimits.defaults();
        flags.text("platform-api", "VERSION", "the Platform API (CNB_PLATFORM_API; the newest)");
        flags.onOff("skip-layers", "restores only store.toml, and no layers (CNB_SKIP_LAYERS, CNB_SKIP_RESTORE)");
        flags.onOff("metadata-only", "restores only metadata");
        flags.onOff("contents-only", "restores only contents, after --metadata-only with the same --sha-store");
        flags.text(
                "max-metadata-bytes",
                "NUMBER",
                "the maximum size in bytes of a label, the metadata of a cache, an analyzed.toml or a group.toml ("
                        + MetadataLimits.defaults().bytes() + ")");
        flags.text(
                "max-layer-bytes",
                "NUMBER",
                "the maximum total size in bytes of a layer's files; a larger layer is removed (" + defaults.bytes()
                        + ", which is " + (defaults.bytes() >> 30) + " GiB)");
        flags.text(
                "max-layer-entries",
                "NUMBER",
                "the maximum number of a layer's files, directories and links; a larger layer is removed ("
                        + defaults.entries() + ")");
    }
}
