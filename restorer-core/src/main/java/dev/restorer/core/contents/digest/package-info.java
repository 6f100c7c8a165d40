/** The digest that a tar is verified with. */
@NullMarked
package dev.restorer.core.contents.digest;

import org.jspecify.annotations.NullMarked;
