/** The exceptions of the command itself, and the exit codes. */
@NullMarked
package dev.restorer.cli.failure;

import org.jspecify.annotations.NullMarked;
