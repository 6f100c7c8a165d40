/** Runs a set of benchmarks, and tells how each figure stands to the floor and to an earlier run. */
@NullMarked
package dev.restorer.benchmarks.run;

import org.jspecify.annotations.NullMarked;
