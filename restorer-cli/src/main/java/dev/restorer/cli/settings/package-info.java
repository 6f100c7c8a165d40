/**
 * The settings of a restore: their flags, variables and defaults; and the level of the log, which every subcommand has.
 */
@NullMarked
package dev.restorer.cli.settings;

import org.jspecify.annotations.NullMarked;
