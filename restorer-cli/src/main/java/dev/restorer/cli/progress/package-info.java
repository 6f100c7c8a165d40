/** Shows the progress of a restore. */
@NullMarked
package dev.restorer.cli.progress;

import org.jspecify.annotations.NullMarked;
