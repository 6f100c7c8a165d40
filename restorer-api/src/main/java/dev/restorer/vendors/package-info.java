/** Calls of objects that may be of another vendor. For the modules of this project only. */
@NullMarked
package dev.restorer.vendors;

import org.jspecify.annotations.NullMarked;
