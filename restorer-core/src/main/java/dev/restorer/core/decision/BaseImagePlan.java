package dev.restorer.core.decision;

/**
 * What is recorded of base images.
 *
 * @param buildImage whether the build image is recorded, and prepared for the extender
 * @param runImage what is done with the run image
 */
public record BaseImagePlan(boolean buildImage, RunImagePlan runImage) {

    /**
     * Tells whether nothing is recorded.
     *
     * @return whether {@code analyzed.toml} stays as it is
     */
    public boolean isEmpty() {
        return !buildImage && runImage instanceof RunImagePlan.Nothing;
    }
}
