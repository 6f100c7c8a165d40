package dev.restorer.core.decision;

import dev.restorer.core.decision.BaseImagePlan.Action;
import dev.restorer.core.metadata.RunImage;
import org.jspecify.annotations.Nullable;

/**
 * The rules for recording base images. They are those of the lifecycle's restorer, except that a run image is extended
 * only if the group has extensions, that one without a name is found by its reference, and that no daemon is read.
 * (Platform specification, restorer)
 */
public final class BaseImageRules {

    private static final int EXTENSIONS_SINCE = 10;
    private static final int RUN_EXTENSION_SINCE = 12;
    private static final int TARGET_SINCE = 12;
    private static final int DAEMON_SINCE = 12;
    private static final int LAYOUT_SINCE = 12;
    private static final int MIRRORS_SINCE = 14;

    private BaseImageRules() {}

    /**
     * Decides what is recorded.
     *
     * @param facts the facts
     * @return the plan, the same for the same facts
     */
    public static BaseImagePlan plan(BaseImageFacts facts) {
        boolean buildImage = facts.buildImage() && since(facts, EXTENSIONS_SINCE);
        RunImage run = facts.runImage();
        Action action = action(facts, run);
        if (action == Action.NONE) {
            return new BaseImagePlan(buildImage, Action.NONE, "", false, false);
        }
        String name = run == null ? "" : name(facts, run);
        if (name.isEmpty()) {
            return new BaseImagePlan(buildImage, Action.UNNAMED, "", false, false);
        }
        return new BaseImagePlan(
                buildImage,
                action,
                name,
                since(facts, TARGET_SINCE),
                since(facts, MIRRORS_SINCE) && !usesLayout(facts));
    }

    private static Action action(BaseImageFacts facts, @Nullable RunImage run) {
        if (!facts.hasExtensions() || !since(facts, EXTENSIONS_SINCE)) {
            return Action.NONE;
        }
        if (run == null) {
            return Action.UNNAMED;
        }
        if (run.extend() && since(facts, RUN_EXTENSION_SINCE) && !usesLayout(facts)) {
            return Action.EXTEND;
        }
        if (run.hasTarget()) {
            return Action.NONE;
        }
        return usesDaemon(facts) ? Action.RECORD_NAME : Action.RECORD;
    }

    /** The reference of an image in a daemon is an id, by which no registry finds it. */
    private static String name(BaseImageFacts facts, RunImage run) {
        return run.image().isEmpty() && !usesDaemon(facts) ? run.reference() : run.image();
    }

    private static boolean usesLayout(BaseImageFacts facts) {
        return facts.layout() && since(facts, LAYOUT_SINCE);
    }

    private static boolean usesDaemon(BaseImageFacts facts) {
        return facts.daemon() && since(facts, DAEMON_SINCE) && !facts.layout();
    }

    private static boolean since(BaseImageFacts facts, int minor) {
        return facts.platform().atLeast(0, minor);
    }
}
