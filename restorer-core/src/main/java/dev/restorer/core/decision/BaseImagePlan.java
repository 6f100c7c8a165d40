package dev.restorer.core.decision;

/**
 * What is recorded of base images.
 *
 * @param buildImage whether the build image is recorded, and prepared for the extender
 * @param runImage what is done with the run image
 * @param runImageName the name by which the run image is found; empty if nothing is done with it
 * @param target whether it is recorded what the run image runs on
 * @param mirrors whether another name of {@code run.toml} may take the place of that name
 */
public record BaseImagePlan(boolean buildImage, Action runImage, String runImageName, boolean target, boolean mirrors) {

    /** What is done with the run image. */
    public enum Action {
        /** Nothing. */
        NONE,
        /** Nothing, since it has no name by which it could be found. */
        UNNAMED,
        /** It is recorded. */
        RECORD,
        /** It is recorded under its name, since only a daemon could tell the id that it has there. */
        RECORD_NAME,
        /** It is recorded, and prepared for the extender. */
        EXTEND
    }

    /**
     * Tells whether nothing is recorded.
     *
     * @return whether {@code analyzed.toml} stays as it is
     */
    public boolean isEmpty() {
        return !buildImage && (runImage == Action.NONE || runImage == Action.UNNAMED);
    }
}
