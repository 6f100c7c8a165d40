/** What goes wrong in the command itself, and how a failure ends it. */
@NullMarked
package dev.restorer.cli.failure;

import org.jspecify.annotations.NullMarked;
