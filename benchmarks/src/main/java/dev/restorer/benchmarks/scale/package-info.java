/**
 * What many builds need: a simulation of builds, workers and a Redis server, and the measured figures that it takes.
 */
@NullMarked
package dev.restorer.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
