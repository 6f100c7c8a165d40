/**
 * The exceptions that end an extraction: contents that are rejected, or cannot be read, or need not be read any more.
 */
@NullMarked
package dev.restorer.core.contents.failure;

import org.jspecify.annotations.NullMarked;
