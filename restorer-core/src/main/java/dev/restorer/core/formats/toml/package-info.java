/** Reads TOML, and writes documents of it. */
@NullMarked
package dev.restorer.core.formats.toml;

import org.jspecify.annotations.NullMarked;
