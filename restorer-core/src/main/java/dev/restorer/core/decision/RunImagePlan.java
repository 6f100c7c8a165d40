package dev.restorer.core.decision;

/** What is done with the run image. */
public sealed interface RunImagePlan {

    /** Nothing. */
    enum Nothing implements RunImagePlan {
        /** It need not be recorded. */
        NOT_NEEDED,
        /** It has no name by which it could be found. */
        UNNAMED
    }

    /**
     * It is recorded.
     *
     * @param name the name by which it is found
     * @param action what is recorded, and what else is done
     * @param target whether it is recorded what it runs on
     * @param mirrors whether another name of {@code run.toml} may take the place of its name
     */
    record Recorded(String name, Action action, boolean target, boolean mirrors) implements RunImagePlan {}

    /** What is done with a run image that is recorded. */
    enum Action {
        /** It is recorded. */
        RECORD,
        /** It is recorded under its name, since only a daemon could tell the id that it has there. */
        RECORD_NAME,
        /** It is recorded, and prepared for the extender. */
        EXTEND
    }
}
