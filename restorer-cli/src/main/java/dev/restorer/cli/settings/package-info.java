/** The settings of a restore: their flags, variables and defaults. */
@NullMarked
package dev.restorer.cli.settings;

import org.jspecify.annotations.NullMarked;
