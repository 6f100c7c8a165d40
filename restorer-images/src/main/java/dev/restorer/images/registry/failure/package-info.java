/** Failures of requests that carry more than a message. */
@NullMarked
package dev.restorer.images.registry.failure;

import org.jspecify.annotations.NullMarked;
