/** Carries a plan out, in order, and tells what is done in the log and the report. */
@NullMarked
package dev.restorer.core.engine;

import org.jspecify.annotations.NullMarked;
