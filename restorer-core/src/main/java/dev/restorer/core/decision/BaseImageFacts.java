package dev.restorer.core.decision;

import dev.restorer.api.ApiVersion;
import org.jspecify.annotations.Nullable;

/**
 * What the recording of base images depends on.
 *
 * @param platform the Platform API
 * @param hasExtensions whether the group has image extensions
 * @param buildImage whether a build image is given
 * @param runImage the run image in {@code analyzed.toml}, or null if there is none
 * @param daemon whether the app image is exported to a daemon
 * @param layout whether images are in a directory of OCI layouts
 */
public record BaseImageFacts(
        ApiVersion platform,
        boolean hasExtensions,
        boolean buildImage,
        @Nullable RunImage runImage,
        boolean daemon,
        boolean layout) {

    /**
     * The run image in {@code analyzed.toml}.
     *
     * @param image the name of the image, which earlier lifecycles do not write; empty if there is none
     * @param reference the reference of the image, which names an image of the daemon if there is one; empty if there is
     *     none
     * @param extend whether it is to be extended
     * @param hasTarget whether it is known what it runs on
     */
    public record RunImage(String image, String reference, boolean extend, boolean hasTarget) {}
}
