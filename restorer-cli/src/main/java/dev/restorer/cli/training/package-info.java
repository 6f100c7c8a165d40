/** The input of the restores that the archive of classes is made from. */
@NullMarked
package dev.restorer.cli.training;

import org.jspecify.annotations.NullMarked;
