/** What is asked for on the command line, and the doing of it. */
@NullMarked
package dev.restorer.cli.command;

import org.jspecify.annotations.NullMarked;
