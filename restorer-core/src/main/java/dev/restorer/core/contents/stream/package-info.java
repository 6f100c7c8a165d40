/** Reads contents from a cache: reports the progress, can be stopped at any read, and names a cache that fails. */
@NullMarked
package dev.restorer.core.contents.stream;

import org.jspecify.annotations.NullMarked;
