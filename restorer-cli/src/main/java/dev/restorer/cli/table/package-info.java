/** Prints a plan as a table, for people. */
@NullMarked
package dev.restorer.cli.table;

import org.jspecify.annotations.NullMarked;
