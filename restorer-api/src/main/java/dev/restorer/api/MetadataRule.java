package dev.restorer.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules about the metadata of a layer.
 *
 * @since 0.1
 */
public enum MetadataRule implements DecisionRule {
    /** Broken with {@link Reason#LAYERS_SKIPPED}. */
    NOT_SKIPPED(
            null,
            Reason.LAYERS_SKIPPED,
            "layers are not skipped (skip-layers=false)",
            "Platform specification, restorer, Outputs"),
    /** Broken with {@link Reason#APP_LAUNCH_FALSE}. */
    APP_LAUNCH(
            MetadataSource.APP_IMAGE,
            Reason.APP_LAUNCH_FALSE,
            "it is a launch layer (launch=true in the app metadata)",
            "Buildpack specification, Layer Types, Launch Layers"),
    /** Broken with {@link Reason#APP_BUILD_NOT_CACHED}. */
    APP_CACHED_FOR_BUILD(
            MetadataSource.APP_IMAGE,
            Reason.APP_BUILD_NOT_CACHED,
            "it is not needed at build, or it is cached (build=false or cache=true in the app metadata)",
            "Buildpack specification, Layer Types, Build Layers"),
    /** Broken with {@link Reason#APP_NOT_IN_CACHE}. */
    APP_CACHED_IN_BOTH(
            MetadataSource.APP_IMAGE,
            Reason.APP_NOT_IN_CACHE,
            "it is not cached, or the cache has it as a cached layer (cache=false in the app metadata, or cache=true in"
                    + " both)",
            "Buildpack specification, Layer Types, Cached Layers"),
    /** Broken with {@link Reason#CACHE_FALSE}. */
    CACHE_CACHED(
            MetadataSource.CACHE,
            Reason.CACHE_FALSE,
            "it is a cached layer (cache=true in the cache metadata)",
            "Buildpack specification, Layer Types, Cached Layers"),
    /** Broken with {@link Reason#CACHE_LAUNCH_TRUE}. */
    CACHE_NOT_LEFT_TO_APP(
            MetadataSource.CACHE,
            Reason.CACHE_LAUNCH_TRUE,
            "it is not a launch layer (launch=false in the cache metadata), or, from Platform API 0.14 on, the app image"
                    + " does not list it",
            "Buildpack specification, Layer Types, Launch Layers"),
    /** Broken with {@link Reason#UNSAFE_BUILDPACK_ID}. */
    SAFE_BUILDPACK_ID(
            null,
            Reason.UNSAFE_BUILDPACK_ID,
            "the id of its buildpack is safe as a directory name",
            "this project, docs/security.md"),
    /** Broken with {@link Reason#RESERVED_LAYER_NAME}. */
    NOT_RESERVED(
            null,
            Reason.RESERVED_LAYER_NAME,
            "its file is not the store.toml of its buildpack",
            "Buildpack specification, Data Format, store.toml"),
    /** Broken with {@link Reason#UNSAFE_LAYER_NAME}. */
    SAFE_LAYER_NAME(
            null, Reason.UNSAFE_LAYER_NAME, "its name is safe as a file name", "this project, docs/security.md"),
    /** Broken with {@link Reason#OVERLAPPING_LAYER_NAME}. */
    NO_OVERLAP(
            null,
            Reason.OVERLAPPING_LAYER_NAME,
            "its directory does not have the name of a file of another layer or of the buildpack",
            "this project, docs/security.md"),
    /** Broken with {@link Reason#FOLDED_LAYER_NAME}. Only a restore applies it, since it depends on the file system. */
    NOT_FOLDED(
            null,
            Reason.FOLDED_LAYER_NAME,
            "the file system does not take its name for that of another layer",
            "this project, docs/security.md");

    private final @Nullable MetadataSource source;
    private final Reason broken;
    private final String description;
    private final String section;

    MetadataRule(@Nullable MetadataSource source, Reason broken, String description, String section) {
        this.source = source;
        this.broken = broken;
        this.description = description;
        this.section = section;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String section() {
        return section;
    }

    /** Returns the rules that were applied, up to the one that gave the reason. A reason to restore is given by all. */
    static List<RuleStep> steps(MetadataSource source, Reason reason) {
        List<RuleStep> steps = new ArrayList<>();
        for (MetadataRule rule : values()) {
            if (rule.broken == reason) {
                steps.add(new RuleStep(rule, false));
                break;
            }
            if (rule != NOT_FOLDED && (rule.source == null || rule.source == source)) {
                steps.add(new RuleStep(rule, true));
            }
        }
        return List.copyOf(steps);
    }
}
