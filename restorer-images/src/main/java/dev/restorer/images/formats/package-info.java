/** Reads JSON as a stream, strictly and with limits. Only this package uses Jackson. */
@NullMarked
package dev.restorer.images.formats;

import org.jspecify.annotations.NullMarked;
