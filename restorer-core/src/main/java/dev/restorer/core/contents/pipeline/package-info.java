/** Shares the work on a tar between the thread that reads it and an idle one. */
@NullMarked
package dev.restorer.core.contents.pipeline;

import org.jspecify.annotations.NullMarked;
