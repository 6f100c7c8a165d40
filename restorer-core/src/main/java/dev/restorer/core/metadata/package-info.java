/** Reads facts from labels, cache metadata and TOML files. Knows the meaning of their fields, and none of the rules. */
@NullMarked
package dev.restorer.core.metadata;

import org.jspecify.annotations.NullMarked;
