/** Limits of an operation: its deadline, the close of its source, and the number of connections. */
@NullMarked
package dev.restorer.images.registry.lifetime;

import org.jspecify.annotations.NullMarked;
