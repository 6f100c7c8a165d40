/** Reads tars: their headers in every usual format, and the contents of their entries. */
@NullMarked
package dev.restorer.core.contents.tar;

import org.jspecify.annotations.NullMarked;
