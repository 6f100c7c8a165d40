/** The subcommands, and their flags and settings. */
@NullMarked
package dev.restorer.cli.command;

import org.jspecify.annotations.NullMarked;
