/** Records base images for later phases: in {@code analyzed.toml}, and as the images that the extender extends. */
@NullMarked
package dev.restorer.core.baseimages;

import org.jspecify.annotations.NullMarked;
