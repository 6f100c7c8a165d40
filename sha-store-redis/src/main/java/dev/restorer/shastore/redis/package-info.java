/** A SHA store in Redis. */
@NullMarked
package dev.restorer.shastore.redis;

import org.jspecify.annotations.NullMarked;
