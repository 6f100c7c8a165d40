/** Threads for what has no timeout of its own. */
@NullMarked
package dev.restorer.images.threads;

import org.jspecify.annotations.NullMarked;
