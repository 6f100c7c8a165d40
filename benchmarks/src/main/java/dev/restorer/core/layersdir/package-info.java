/** Measures the TOML writer, which is package-private. */
@NullMarked
package dev.restorer.core.layersdir;

import org.jspecify.annotations.NullMarked;
