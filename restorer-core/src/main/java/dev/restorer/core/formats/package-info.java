/** Converts TOML and JSON into values and back. Knows the formats, and not the meaning of the values. */
@NullMarked
package dev.restorer.core.formats;

import org.jspecify.annotations.NullMarked;
