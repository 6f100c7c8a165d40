/** Runs a set of benchmarks, and compares each figure with its baseline and with an earlier run. */
@NullMarked
package dev.restorer.benchmarks.run;

import org.jspecify.annotations.NullMarked;
