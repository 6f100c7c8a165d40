package dev.restorer.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules about the contents of a layer.
 *
 * @since 0.1
 */
public enum ContentsRule implements DecisionRule {
    /** Never broken: there is no decision about the contents of other layers. */
    CACHED(
            null,
            "its metadata is restored, and it is a cached layer",
            "Buildpack specification, Layer Types, Cached Layers"),
    /** Broken with {@link ContentsReason#OVERLAPPING_LAYER_NAME}. It depends on the layers directory. */
    NO_OVERLAP(
            ContentsReason.OVERLAPPING_LAYER_NAME,
            "its directory does not have the name of a file of another layer or of the buildpack",
            "this project, docs/security.md"),
    /** Broken with {@link ContentsReason#NOT_IN_CACHE}. */
    IN_CACHE(ContentsReason.NOT_IN_CACHE, "the cache lists it", "Platform specification, restorer, Layer Restoration"),
    /** Broken with {@link ContentsReason#UNREADABLE_FILE}. It depends on the layers directory. */
    READABLE_FILE(
            ContentsReason.UNREADABLE_FILE,
            "its file, which says whether it is cached, can be read",
            "Buildpack specification, Data Format, Layer Content Metadata"),
    /** Broken with {@link ContentsReason#WRONG_SHA}. */
    SAME_DIFF_ID(
            ContentsReason.WRONG_SHA,
            "the cache has the diff id that its metadata is about",
            "Buildpack specification, Layer Types");

    private final @Nullable ContentsReason broken;
    private final String description;
    private final String section;

    ContentsRule(@Nullable ContentsReason broken, String description, String section) {
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

    /**
     * Rules that depend on the layers directory are left out, unless one gave the reason: a plan does not apply them.
     */
    private boolean dependsOnDirectory() {
        return this == NO_OVERLAP || this == READABLE_FILE;
    }

    /**
     * Returns the rules that were applied, up to the one that gave the reason. The reason to restore is given by all.
     */
    static List<RuleStep> steps(ContentsReason reason) {
        List<RuleStep> steps = new ArrayList<>();
        for (ContentsRule rule : values()) {
            if (rule.broken == reason) {
                steps.add(new RuleStep(rule, false));
                break;
            }
            if (!rule.dependsOnDirectory()) {
                steps.add(new RuleStep(rule, true));
            }
        }
        return List.copyOf(steps);
    }
}
