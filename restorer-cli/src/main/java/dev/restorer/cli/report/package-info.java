/** Writes a report as JSON, for programs. */
@NullMarked
package dev.restorer.cli.report;

import org.jspecify.annotations.NullMarked;
