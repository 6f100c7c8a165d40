/** The subcommands, and what they read and call. */
@NullMarked
package dev.restorer.cli.command;

import org.jspecify.annotations.NullMarked;
