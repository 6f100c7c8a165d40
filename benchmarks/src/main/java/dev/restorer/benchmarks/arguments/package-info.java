/** Checks the arguments of the benchmark command and its subcommands. */
@NullMarked
package dev.restorer.benchmarks.arguments;

import org.jspecify.annotations.NullMarked;
