/** What is written to the two streams: an SLF4J binding that knows standard output from standard error. */
@NullMarked
package dev.restorer.cli.log;

import org.jspecify.annotations.NullMarked;
