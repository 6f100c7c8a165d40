/** Finds the server that has the keys of the build, and executes commands there. */
@NullMarked
package dev.restorer.shastore.redis.execution;

import org.jspecify.annotations.NullMarked;
