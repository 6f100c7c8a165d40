/** The process that the command runs in: its variables, streams and user, and how it ends. */
@NullMarked
package dev.restorer.cli.process;

import org.jspecify.annotations.NullMarked;
