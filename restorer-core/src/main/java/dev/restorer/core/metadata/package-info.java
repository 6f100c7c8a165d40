/** Makes facts of labels, cache metadata and TOML files. Knows what their fields mean, and nothing of the rules. */
@NullMarked
package dev.restorer.core.metadata;

import org.jspecify.annotations.NullMarked;
