/** What is measured on: layer sets, caches of contents, and the bytes of the floor. */
@NullMarked
package dev.restorer.benchmarks.data;

import org.jspecify.annotations.NullMarked;
