/** Extracts the contents of layers: completely and verified, or not at all, and never outside the given directory. */
@NullMarked
package dev.restorer.core.contents;

import org.jspecify.annotations.NullMarked;
