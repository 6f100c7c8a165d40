/** Directories that nothing leaves, and files that are replaced as a whole. */
@NullMarked
package dev.restorer.files;

import org.jspecify.annotations.NullMarked;
