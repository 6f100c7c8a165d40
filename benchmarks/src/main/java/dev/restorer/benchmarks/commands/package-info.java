/** The command on real inputs, compared with the floor of the same work, pair by pair. */
@NullMarked
package dev.restorer.benchmarks.commands;

import org.jspecify.annotations.NullMarked;
