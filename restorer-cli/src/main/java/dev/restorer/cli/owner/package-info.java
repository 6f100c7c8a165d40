/** The user and group of this process. */
@NullMarked
package dev.restorer.cli.owner;

import org.jspecify.annotations.NullMarked;
