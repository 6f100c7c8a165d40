/** Measures the engine and the stores with JMH. On the class path, since JMH generates code beside its benchmarks. */
@NullMarked
package dev.restorer.benchmarks;

import org.jspecify.annotations.NullMarked;
