/** The layers directory: the names and the content of its files. This package decides nothing. */
@NullMarked
package dev.restorer.core.layersdir;

import org.jspecify.annotations.NullMarked;
