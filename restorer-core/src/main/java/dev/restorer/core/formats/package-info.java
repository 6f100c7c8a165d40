/** Turns TOML and JSON into values and back. Knows the formats, and nothing of what they are about. */
@NullMarked
package dev.restorer.core.formats;

import org.jspecify.annotations.NullMarked;
