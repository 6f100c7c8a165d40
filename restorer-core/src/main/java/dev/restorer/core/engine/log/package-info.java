/** The log lines of a restore. */
@NullMarked
package dev.restorer.core.engine.log;

import org.jspecify.annotations.NullMarked;
