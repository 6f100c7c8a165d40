/** A SHA store in Redis: one hash a buildpack, all of a build in one slot, each write with an expiry. */
@NullMarked
package dev.restorer.shastore.redis;

import org.jspecify.annotations.NullMarked;
