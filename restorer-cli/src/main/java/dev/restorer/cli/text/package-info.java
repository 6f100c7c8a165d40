/** Fits text to the width of a terminal, and colors it. */
@NullMarked
package dev.restorer.cli.text;

import org.jspecify.annotations.NullMarked;
