package dev.restorer.core.decision;

import dev.restorer.api.ApiVersion;
import dev.restorer.core.metadata.RunImage;
import org.jspecify.annotations.Nullable;

/**
 * What the recording of base images depends on.
 *
 * @param platform the Platform API
 * @param hasExtensions whether the group has image extensions
 * @param hasBuildImage whether a build image is given
 * @param runImage the run image in {@code analyzed.toml}, or null if there is none
 * @param daemon whether the app image is exported to a daemon
 * @param layout whether images are in a directory of OCI layouts
 */
public record BaseImageFacts(
        ApiVersion platform,
        boolean hasExtensions,
        boolean hasBuildImage,
        @Nullable RunImage runImage,
        boolean daemon,
        boolean layout) {}
