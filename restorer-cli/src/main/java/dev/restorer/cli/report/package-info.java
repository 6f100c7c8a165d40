/** Writes a report as JSON, for a program. */
@NullMarked
package dev.restorer.cli.report;

import org.jspecify.annotations.NullMarked;
