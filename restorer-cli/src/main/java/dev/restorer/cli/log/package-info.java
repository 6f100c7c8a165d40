/** The output of the command, and an SLF4J binding that writes to standard output and standard error. */
@NullMarked
package dev.restorer.cli.log;

import org.jspecify.annotations.NullMarked;
