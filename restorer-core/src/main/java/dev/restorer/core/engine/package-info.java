/** Carries out a plan, and records in the log and in the report what was done. */
@NullMarked
package dev.restorer.core.engine;

import org.jspecify.annotations.NullMarked;
