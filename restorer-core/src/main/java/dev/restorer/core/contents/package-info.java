/** Unpacks the contents of layers: whole and right, or not at all, and never outside the directory that it is given. */
@NullMarked
package dev.restorer.core.contents;

import org.jspecify.annotations.NullMarked;
