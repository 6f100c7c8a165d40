/** The contract of a SHA store, for developers of SHA stores. */
@NullMarked
package dev.restorer.shastore.tck;

import org.jspecify.annotations.NullMarked;
