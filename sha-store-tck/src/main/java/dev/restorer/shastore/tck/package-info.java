/** The contract of a SHA store, for whoever writes one. */
@NullMarked
package dev.restorer.shastore.tck;

import org.jspecify.annotations.NullMarked;
