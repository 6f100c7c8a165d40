/** Where the command starts. */
@NullMarked
package dev.restorer.cli;

import org.jspecify.annotations.NullMarked;
