/** The layers directory: what its files are called and hold. Decides nothing. */
@NullMarked
package dev.restorer.core.layersdir;

import org.jspecify.annotations.NullMarked;
