/** Writes the layers directory. Knows its files and their TOML, and decides nothing. */
@NullMarked
package dev.restorer.core.layersdir;

import org.jspecify.annotations.NullMarked;
