/** The main class of the command. */
@NullMarked
package dev.restorer.cli;

import org.jspecify.annotations.NullMarked;
