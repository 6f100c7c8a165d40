/** Decides what is restored: it creates a plan from facts, and uses no file, clock, log or thread. */
@NullMarked
package dev.restorer.core.decision;

import org.jspecify.annotations.NullMarked;
