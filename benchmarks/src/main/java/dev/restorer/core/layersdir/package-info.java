/** Measures the writer of TOML, which nothing outside of its package may call. */
@NullMarked
package dev.restorer.core.layersdir;

import org.jspecify.annotations.NullMarked;
