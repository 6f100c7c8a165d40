/** Explains a plan, for people and for programs. */
@NullMarked
package dev.restorer.cli.explain;

import org.jspecify.annotations.NullMarked;
