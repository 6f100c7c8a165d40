/** Writes what later phases read of base images: {@code analyzed.toml}, and the images that the extender extends. */
@NullMarked
package dev.restorer.core.baseimages;

import org.jspecify.annotations.NullMarked;
