/** Writes reports as JSON, and reads them. */
@NullMarked
package dev.restorer.core.report;

import org.jspecify.annotations.NullMarked;
