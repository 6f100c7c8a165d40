/** Compares the reports of two restores. */
@NullMarked
package dev.restorer.cli.diff;

import org.jspecify.annotations.NullMarked;
