/** The lock of a directory, for one restore at a time. */
@NullMarked
package dev.restorer.files.lock;

import org.jspecify.annotations.NullMarked;
