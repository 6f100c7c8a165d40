/** A SHA store in Redis: one hash for each buildpack, all keys of a build in one slot, and an expiry for every key. */
@NullMarked
package dev.restorer.shastore.redis;

import org.jspecify.annotations.NullMarked;
