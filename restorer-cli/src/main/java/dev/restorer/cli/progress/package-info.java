/** Shows the progress of a restore, and cancels it when the process is terminated. */
@NullMarked
package dev.restorer.cli.progress;

import org.jspecify.annotations.NullMarked;
