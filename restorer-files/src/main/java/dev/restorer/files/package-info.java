/** Directories that no operation can leave, and files that are replaced atomically. */
@NullMarked
package dev.restorer.files;

import org.jspecify.annotations.NullMarked;
