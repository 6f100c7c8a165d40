package dev.restorer.cli.command;

import dev.restorer.api.ContentsLimits;
import dev.restorer.api.MetadataLimits;

/** The flags of a restore, under the names that the lifecycle's restorer has for them. */
final class RestoreFlags {

    private RestoreFlags() {}

    /** Adds them to a command. */
    static void addTo(Flags flags) {
        addPlaces(flags);
        addWhatIsDone(flags);
        OwnerFlags.addTo(flags);
        PlatformFlags.addTo(flags);
        flags.passedOverOnOff("no-color");
    }

    private static void addPlaces(Flags flags) {
        flags.text("layers", "DIR", "the layers directory (CNB_LAYERS_DIR; /layers)");
        flags.text(
                "group",
                "FILE",
                "the buildpacks that take part (CNB_GROUP_PATH; <layers>/group.toml, below Platform API 0.5 group.toml)");
        flags.text(
                "analyzed",
                "FILE",
                "the analyzed.toml with the app metadata"
                        + " (CNB_ANALYZED_PATH; <layers>/analyzed.toml, below Platform API 0.5 analyzed.toml)");
        flags.text(
                "app-metadata",
                "FILE",
                "the label io.buildpacks.lifecycle.metadata as JSON, in place of an analyzed.toml");
        flags.text("cache-dir", "DIR", "the directory of the cache (CNB_CACHE_DIR; no cache)");
        flags.text(
                "cache-metadata",
                "FILE",
                "the metadata of a cache as JSON, in place of a cache directory, so that metadata alone is restored");
        flags.text(
                "sha-store",
                "URI",
                "where diff ids go, see the stores command (files: below Platform API 0.7, else memory:)");
        flags.text("report", "FILE", "where to write what was decided and done, as JSON; - is standard output");
    }

    private static void addWhatIsDone(Flags flags) {
        ContentsLimits usual = ContentsLimits.defaults();
        flags.text("platform-api", "VERSION", "the Platform API (CNB_PLATFORM_API; the newest)");
        flags.onOff("skip-layers", "restores no layer, but store.toml (CNB_SKIP_LAYERS, CNB_SKIP_RESTORE)");
        flags.onOff("metadata-only", "restores metadata and no contents");
        flags.onOff(
                "contents-only",
                "restores contents for the metadata that --metadata-only restored with the same --sha-store");
        flags.text(
                "max-metadata-bytes",
                "NUMBER",
                "how many bytes a label, the metadata of a cache, an analyzed.toml or a group.toml may have ("
                        + MetadataLimits.defaults().bytes() + ")");
        flags.text(
                "max-layer-bytes",
                "NUMBER",
                "how many bytes the files of a layer may have together, or it is removed (" + usual.bytes()
                        + ", which is " + (usual.bytes() >> 30) + " GiB)");
        flags.text(
                "max-layer-entries",
                "NUMBER",
                "how many files, directories and links a layer may have, or it is removed (" + usual.entries() + ")");
    }
}
