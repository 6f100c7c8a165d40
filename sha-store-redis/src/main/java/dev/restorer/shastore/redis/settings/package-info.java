/** The settings of a store, from its URI. */
@NullMarked
package dev.restorer.shastore.redis.settings;

import org.jspecify.annotations.NullMarked;
