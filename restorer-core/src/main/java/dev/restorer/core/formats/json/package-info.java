/** Reads JSON, and converts the metadata of layers from JSON to TOML. */
@NullMarked
package dev.restorer.core.formats.json;

import org.jspecify.annotations.NullMarked;
