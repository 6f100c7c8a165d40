/** The cache in a directory. Knows where its files are, and nothing of the rules. */
@NullMarked
package dev.restorer.core.cache;

import org.jspecify.annotations.NullMarked;
