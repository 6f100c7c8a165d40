/** Reads labels, cache metadata and TOML files into facts. Knows formats, and nothing of the rules. */
@NullMarked
package dev.restorer.core.metadata;

import org.jspecify.annotations.NullMarked;
