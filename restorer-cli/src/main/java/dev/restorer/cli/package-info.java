/** The main class of the command, and the programs that make its archive of classes. */
@NullMarked
package dev.restorer.cli;

import org.jspecify.annotations.NullMarked;
