/** The cache in a directory: knows where its files are, and none of the rules. */
@NullMarked
package dev.restorer.core.cache;

import org.jspecify.annotations.NullMarked;
