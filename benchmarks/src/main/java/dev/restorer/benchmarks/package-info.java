/**
 * Measures the engine and the stores with JMH. It runs on the class path, since JMH generates code in the packages of
 * the benchmarks.
 */
@NullMarked
package dev.restorer.benchmarks;

import org.jspecify.annotations.NullMarked;
