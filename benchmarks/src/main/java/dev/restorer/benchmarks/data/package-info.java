/** The data of the benchmarks: layer sets, caches of contents, and the files of the floor. */
@NullMarked
package dev.restorer.benchmarks.data;

import org.jspecify.annotations.NullMarked;
