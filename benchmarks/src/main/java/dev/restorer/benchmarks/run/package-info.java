/** Runs a set of benchmarks, and compares each figure with its floor and with an earlier run. */
@NullMarked
package dev.restorer.benchmarks.run;

import org.jspecify.annotations.NullMarked;
