package dev.restorer.core.decision;

import dev.restorer.core.decision.RunImagePlan.Action;
import dev.restorer.core.decision.RunImagePlan.Nothing;
import dev.restorer.core.decision.RunImagePlan.Recorded;
import dev.restorer.core.metadata.RunImage;

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
        return new BaseImagePlan(facts.hasBuildImage() && since(facts, EXTENSIONS_SINCE), runImage(facts));
    }

    private static RunImagePlan runImage(BaseImageFacts facts) {
        RunImage run = facts.runImage();
        if (!facts.hasExtensions() || !since(facts, EXTENSIONS_SINCE)) {
            return Nothing.NOT_NEEDED;
        }
        if (run == null) {
            return Nothing.UNNAMED;
        }
        boolean extend = run.extend() && since(facts, RUN_EXTENSION_SINCE) && !usesLayout(facts);
        if (run.hasTarget() && !extend) {
            return Nothing.NOT_NEEDED;
        }
        String name = name(facts, run);
        if (name.isEmpty()) {
            return Nothing.UNNAMED;
        }
        return new Recorded(
                name,
                extend ? Action.EXTEND : action(facts),
                since(facts, TARGET_SINCE),
                since(facts, MIRRORS_SINCE) && !usesLayout(facts));
    }

    private static Action action(BaseImageFacts facts) {
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
