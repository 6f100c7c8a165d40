/** Decides what is restored: facts in, plan out. Touches no file, clock, log or thread. */
@NullMarked
package dev.restorer.core.decision;

import org.jspecify.annotations.NullMarked;
